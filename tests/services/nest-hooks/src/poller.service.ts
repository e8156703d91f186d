import { Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { CacheService } from './cache.service';

@Injectable()
export class PollerService implements OnApplicationBootstrap {
  constructor(private readonly cache: CacheService) {}

  onApplicationBootstrap() {
    setInterval(() => void this.cache.get('jobs'), 5000); // expect: no-uncleared-timer
  }
}
