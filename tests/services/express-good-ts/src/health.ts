export const health = { ready: true };
