import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CacheService } from './cache.service';
import { PollerService } from './poller.service';

@Module({ imports: [ScheduleModule.forRoot()], providers: [CacheService, PollerService] })
export class AppModule {}
