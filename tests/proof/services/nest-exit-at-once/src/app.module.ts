import { Controller, Get, Module } from '@nestjs/common';

@Controller()
export class WorkController {
  @Get('work')
  async work(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'ok';
  }
}

@Module({ controllers: [WorkController] })
export class AppModule {}
