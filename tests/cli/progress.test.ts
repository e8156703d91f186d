import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showProgress } from '../../src/cli/progress.js';

const terminal = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
let written: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  Object.defineProperty(process.stderr, 'isTTY', terminal ?? { value: undefined, configurable: true });
});

function run(isTerminal: boolean, milliseconds: number): string {
  Object.defineProperty(process.stderr, 'isTTY', { value: isTerminal, configurable: true });
  const progress = showProgress();
  vi.advanceTimersByTime(milliseconds);
  progress.end();
  vi.advanceTimersByTime(10_000);
  return written.join('');
}

test('a long run on a terminal shows that it goes on, and cleans up', () => {
  const text = run(true, 3500);
  expect(text.match(/linting/gu)).toHaveLength(3);
  expect(text.endsWith('\r\u001B[K')).toBe(true);
});

test('a short run shows nothing', () => {
  expect(run(true, 500)).toBe('');
});

test('without a terminal nothing is shown', () => {
  expect(run(false, 60_000)).toBe('');
});
