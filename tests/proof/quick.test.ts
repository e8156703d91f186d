/** The part of the proof that needs nothing but Node.js; `npm run test:fixes` has the rest. */
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { prove } from './prove.mjs';
import { SERVICES } from './services.mjs';

describe('a repaired service loses nothing and ends', () => {
  it.concurrent.each(SERVICES.filter(({ isQuick }) => isQuick))('$what', async (service) => {
    const proof = await prove(service, { node: process.execPath, stripsTypes: false });
    expect(proof.isProven, JSON.stringify(proof, undefined, 2)).toBe(true);
  });
});
