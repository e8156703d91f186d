export interface Release {
  readonly name: string;
  readonly version: string;
  /** As lock files write it: `sha512-` and the hash in base64. */
  readonly integrity: string;
}

export declare function fetchAll(releases: readonly Release[]): Promise<string | undefined>;
export declare function hashOf(release: Release): string;
export declare function unpacked<Result>(release: Release, use: (folder: string) => Promise<Result>): Promise<Result>;
