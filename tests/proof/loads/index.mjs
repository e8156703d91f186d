import * as http from './http.mjs';

/** By the name that `services.mjs` uses. */
export const LOADS = { http };
