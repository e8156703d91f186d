import { describe, expect, test } from 'vitest';
import { deliveryOf } from '../../../src/manifests/command/delivery.js';
import { FILES, MEASURED, SCRIPTS } from './measured.js';
import { trace } from './scene.js';

const scripts = { ...SCRIPTS, start: SCRIPTS['plain'] ?? '' };

describe('what was measured', () => {
  test.each(MEASURED.map((row) => [`${row.words.join(' ')}${row.shell ? ` (${row.shell})` : ''}`, row] as const))('%s', (_, row) => {
    const { outcome, isLikely } = deliveryOf(trace(row.words, { shell: row.shell, files: FILES, scripts }));
    expect(isLikely).toBe(row.isLikely ?? false);
    if (row.isLikely) expect(['lost', 'cut']).toContain(outcome);
    else expect(outcome).toBe(row.outcome);
  });
});
