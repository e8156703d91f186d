const UNITS: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  msec: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
};

/** `1m30s`, `1min 30s`, `500ms`: milliseconds. A bare number counts in the unit of the platform; `infinity` is Infinity. */
export function millisecondsIn(text: string, bare: 's' | 'ms'): number | undefined {
  const written = text.trim().toLowerCase();
  if (written === 'infinity') return Infinity;
  if (/^\d+(?:\.\d+)?$/u.test(written)) return Number(written) * (bare === 's' ? 1000 : 1);
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/u.test(written)) return undefined;
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\s*/guy)].map(
    ([, count = '', unit = '']) => Number(count) * (UNITS[unit] ?? NaN),
  );
  const sum = parts.reduce((total, part) => total + part, 0);
  return Number.isNaN(sum) ? undefined : sum;
}
