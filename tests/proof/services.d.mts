import type { ProofService } from './prove.d.mts';

export const SERVICES: readonly ProofService[];
