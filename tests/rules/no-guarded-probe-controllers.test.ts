/** Paths that controllers of Nest are given in an object. */
import { table, ts } from './table.js';

const GUARD = `import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
      import { ThrottlerGuard } from '@nestjs/throttler';`;

table('no-guarded-probe', {
  reports: [
    {
      name: 'a health controller with a version',
      files: {
        'src/health.controller.ts': `
          ${GUARD}
          @Controller({ path: 'health', version: '1' })
          @UseGuards(ThrottlerGuard)
          export class HealthController {
            @Get() // ! guarded
            check(): string { return 'ok'; }
          }
        `,
      },
    },
  ],
  silent: [
    {
      name: 'the status of something else',
      files: ts`
        import { Controller, Get, UseGuards } from '@nestjs/common';
        import { ThrottlerGuard } from '@nestjs/throttler';
        @Controller({ path: 'onboarding', version: '1' })
        @UseGuards(ThrottlerGuard)
        export class OnboardingController {
          @Get('status')
          status(): string { return 'done'; }
        }
      `,
    },
  ],
});
