import { defineConfig } from 'vitest/config';

/** Tests with the real tools of the places where people meet the plugin; see tests/package/tools.ts. */
export default defineConfig({
  test: { include: ['tests/**/*.place.ts'], testTimeout: 300_000, hookTimeout: 600_000, fileParallelism: false },
});
