export interface Outcome {
  readonly requests: number;
  readonly lost: number;
  /** The code, the signal, or `none`. */
  readonly exit: number | string;
  readonly milliseconds?: number;
}

export interface Proof {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly findings: readonly string[];
  readonly isProven: boolean;
}

/** What `services.mjs` says of a service. */
export interface ProofService {
  readonly name: string;
  readonly what: string;
  readonly isQuick?: boolean;
  readonly byHand?: string;
}

export function prove(service: ProofService, on: { readonly node: string; readonly stripsTypes: boolean }): Promise<Proof>;
