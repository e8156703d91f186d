export function median(list) {
  return percentile(list, 0.5);
}

/** `share` from 0 to 1. */
export function percentile(list, share) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length * share)];
}
