import type { Span } from '../../facts/module-facts.js';
import type { Place, Stated } from '../stated.js';

/** What one Kubernetes file says of the life of pods. Spans are offsets in its text. */
export interface KubernetesFile {
  readonly workloads: readonly WorkloadFact[];
  readonly services: readonly ServiceFact[];
  readonly routes: readonly RouteFact[];
  readonly budgets: readonly ObjectName[];
  readonly kustomizations: readonly KustomizationFact[];
}

export interface ObjectName {
  readonly kind: string;
  /** Undefined when a template makes it. */
  readonly name: string | undefined;
  readonly namespace: string | undefined;
}

/** Something that makes pods. */
export interface WorkloadFact extends ObjectName {
  /** The name, or where the object begins. */
  readonly span: Span;
  /** Has what the API server asks for; else it is a patch of another, and what is absent says nothing. */
  readonly isComplete: boolean;
  /** `$patch: delete`. */
  readonly isDeletion: boolean;
  /** Ends by itself: a Job. */
  readonly isTask: boolean;
  readonly replicas: Stated<number> | undefined;
  readonly strategy: StrategyFact | undefined;
  /** The mapping that `strategy` belongs into. */
  readonly spec: Place | undefined;
  readonly labels: Readonly<Record<string, string | undefined>>;
  /** A template writes labels. */
  readonly hasMoreLabels: boolean;
  /** Names of the templates around the labels. */
  readonly labelIncludes: readonly string[];
  readonly annotations: readonly string[];
  readonly pod: PodFact;
}

export interface StrategyFact {
  readonly span: Span;
  readonly place: Place;
  readonly type: Stated<string> | undefined;
  readonly rolling: Place | undefined;
  /** Pods or a percentage, as written. */
  readonly maxUnavailable: Stated<string> | undefined;
  readonly maxSurge: Stated<string> | undefined;
}

export interface PodFact {
  readonly place: Place | undefined;
  /** Seconds. */
  readonly gracePeriod: Stated<number> | undefined;
  /** `containers`, then `initContainers`. */
  readonly containers: readonly ContainerFact[];
  readonly shareProcessNamespace: boolean;
  /** Mounts volumes that only one node may hold, as far as can be seen. */
  readonly hasClaims: boolean;
  readonly os: string | undefined;
}

export interface ContainerFact {
  /** `sidecar`: an init container that is restarted always, which ends after the main ones. */
  readonly role: 'main' | 'init' | 'sidecar';
  readonly name: Stated<string>;
  readonly span: Span;
  readonly place: Place;
  readonly image: ImageFact | undefined;
  readonly command: WordsFact | undefined;
  readonly args: WordsFact | undefined;
  readonly ports: readonly PortFact[];
  readonly env: Readonly<Record<string, Stated<string>>>;
  /** Further variables come from elsewhere. */
  readonly hasMoreEnv: boolean;
  readonly lifecycle: Place | undefined;
  /** A template may write a hook. */
  readonly hasUnseenLifecycle: boolean;
  readonly preStop: HookFact | undefined;
  readonly stopSignal: Stated<string> | undefined;
  readonly probes: Readonly<Partial<Record<ProbeKind, ProbeFact>>>;
}

export type ProbeKind = 'liveness' | 'readiness' | 'startup';

export interface ImageFact {
  readonly span: Span;
  /** The whole reference; undefined with a template in it. */
  readonly reference: string | undefined;
  /** The last part of the path, without tag: `cart` of `{{ repo }}/cart:{{ tag }}`. */
  readonly name: string | undefined;
  /** The last two parts: `shop/cart`; the last one where the other is not known. */
  readonly path: string | undefined;
}

export interface WordsFact {
  readonly span: Span;
  /** Undefined when one is not known. */
  readonly words: readonly string[] | undefined;
  /** Each word as it stands in the text. */
  readonly spans: readonly Span[];
}

export interface PortFact {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly span: Span;
}

export interface HandlerFact {
  readonly kind: 'exec' | 'httpGet' | 'tcpSocket' | 'sleep' | 'grpc';
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly command: WordsFact | undefined;
  readonly path: Stated<string> | undefined;
  /** A number, or the name of a port. */
  readonly port: Stated<string> | undefined;
  readonly scheme: string | undefined;
  readonly host: string | undefined;
  readonly seconds: Stated<number> | undefined;
}

export interface HookFact {
  readonly span: Span;
  readonly place: Place | undefined;
  readonly handlers: readonly HandlerFact[];
}

export interface ProbeFact extends HookFact {
  readonly kind: ProbeKind;
  /** The key. */
  readonly keySpan: Span;
  /** All of it is written here: not a template that makes it. */
  readonly isWhole: boolean;
  readonly initialDelaySeconds: Stated<number> | undefined;
  readonly periodSeconds: Stated<number> | undefined;
  readonly timeoutSeconds: Stated<number> | undefined;
  readonly successThreshold: Stated<number> | undefined;
  readonly failureThreshold: Stated<number> | undefined;
  readonly gracePeriod: Stated<number> | undefined;
}

export interface ServiceFact extends ObjectName {
  readonly span: Span;
  /** Undefined without a selector, or with one that is not known. */
  readonly selector: Readonly<Record<string, string | undefined>> | undefined;
  /** Names of the templates that write the selector. */
  readonly includes: readonly string[];
  readonly ports: readonly {
    readonly name: string | undefined;
    readonly targetPort: string | undefined;
    readonly port: string | undefined;
  }[];
  readonly isHeadless: boolean;
}

/** An Ingress, a route of a gateway: names of Services that get traffic from outside. */
export interface RouteFact extends ObjectName {
  readonly services: readonly string[];
}

export interface KustomizationFact {
  readonly resources: readonly string[];
  readonly patches: readonly PatchFact[];
  readonly images: readonly { readonly name: string; readonly newName: string | undefined }[];
}

export interface PatchFact {
  /** A file, relative to the kustomization. */
  readonly path: string | undefined;
  /** The patch itself, where it stands inline. */
  readonly inline: string | undefined;
  readonly target: { readonly kind: string | undefined; readonly name: string | undefined } | undefined;
}
