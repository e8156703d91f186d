import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { Redis } from 'ioredis';

@Injectable()
export class Visits {
  private readonly redis = new Redis(process.env.REDIS_URL ?? '');

  async count(): Promise<number> {
    return await this.redis.incr('visits');
  }
}

@Controller()
export class WorkController {
  constructor(private readonly visits: Visits) {}

  @Get('work')
  async work(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return String(await this.visits.count());
  }
}

@Module({ controllers: [WorkController], providers: [Visits] })
export class AppModule {}
