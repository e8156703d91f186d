/** What is known of an image that others are built upon. */
export interface BaseImage {
  /** As the FROM line says it, variables filled in; undefined when they are not known. */
  readonly name: string | undefined;
  /** What /bin/sh is: dash does not replace itself by the last command of `-c`, busybox and bash do. */
  readonly shell: Shell;
  readonly entrypoint: readonly string[] | 'none' | 'unknown';
  readonly cmd: readonly string[] | 'none' | 'unknown';
  readonly workdir: string | undefined;
  /** The base has no shell and no programs beside the run-time: scratch, distroless. */
  readonly isBare: boolean;
}

export type Shell = 'dash' | 'busybox' | 'bash' | 'none' | 'unknown';

interface Known {
  /** What the image is called, without registry, tag and digest. */
  readonly image: RegExp;
  /** Where the tag decides. */
  readonly tag?: RegExp;
  readonly shell: Shell;
  readonly entrypoint?: readonly string[] | 'none';
  readonly cmd?: readonly string[] | 'none';
  readonly workdir?: string;
}

/**
 * Debian, and so Ubuntu: dash (https://wiki.debian.org/Shell); Alpine: busybox; Red Hat and Amazon: bash. The official
 * Node.js image starts its commands by a script that ends in `exec "$@"` and puts `node` before what is no command
 * (https://github.com/nodejs/docker-node/blob/main/docker-entrypoint.sh).
 */
const NODE = { entrypoint: ['docker-entrypoint.sh'], cmd: ['node'], workdir: '/' };
const PLAIN = { entrypoint: 'none', workdir: '/' } as const;
const IMAGES: readonly Known[] = [
  { image: /^scratch$/u, shell: 'none', cmd: 'none', ...PLAIN },
  { image: /(?:^|\/)distroless\/nodejs/u, tag: /debug/u, shell: 'busybox', entrypoint: ['/nodejs/bin/node'], cmd: 'none' },
  { image: /(?:^|\/)distroless\/nodejs/u, shell: 'none', entrypoint: ['/nodejs/bin/node'], cmd: 'none' },
  { image: /(?:^|\/)distroless\//u, tag: /debug/u, shell: 'busybox' },
  { image: /(?:^|\/)distroless\//u, shell: 'none', ...PLAIN, cmd: 'none' },
  { image: /(?:^|\/)(?:chainguard|cgr\.dev\/[\w.-]+)\//u, tag: /dev/u, shell: 'busybox' },
  { image: /(?:^|\/)(?:chainguard|cgr\.dev\/[\w.-]+)\//u, shell: 'none' },
  { image: /^node$/u, tag: /alpine/u, shell: 'busybox', ...NODE },
  { image: /^node$/u, shell: 'dash', ...NODE },
  { image: /^alpine$/u, shell: 'busybox', ...PLAIN, cmd: ['/bin/sh'] },
  { image: /^busybox$/u, shell: 'busybox', ...PLAIN, cmd: ['sh'] },
  { image: /^(?:debian|ubuntu|buildpack-deps)$/u, shell: 'dash', ...PLAIN, cmd: ['bash'] },
  { image: /^python$/u, tag: /alpine/u, shell: 'busybox', ...PLAIN, cmd: ['python3'] },
  { image: /^python$/u, shell: 'dash', ...PLAIN, cmd: ['python3'] },
  { image: /^(?:centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux)$/u, shell: 'bash', ...PLAIN },
  { image: /(?:^|\/)(?:ubi\d*|rhel\d*)(?:\/|$)/u, shell: 'bash' },
];

/** Who keeps copies of the official images under their own names. */
const MIRROR =
  /^(?:(?:docker\.io|registry-1\.docker\.io|index\.docker\.io|mirror\.gcr\.io)\/(?:library\/)?|public\.ecr\.aws\/docker\/library\/|library\/)(?=[^/]+$)/u;

/** The base image by its reference; undefined for one whose name is not known. */
export function baseImage(reference: string | undefined): BaseImage {
  if (reference === undefined || reference === '') return unknownImage(reference, 'unknown');
  const { image, tag } = partsOf(reference);
  const known = IMAGES.find((one) => one.image.test(image) && (one.tag?.test(tag) ?? true));
  if (!known) return unknownImage(reference, shellBy(`${image}:${tag}`));
  const { shell, entrypoint = 'unknown', cmd = 'unknown', workdir } = known;
  return { name: reference, shell, entrypoint, cmd, workdir, isBare: shell === 'none' };
}

function unknownImage(name: string | undefined, shell: Shell): BaseImage {
  return { name, shell, entrypoint: 'unknown', cmd: 'unknown', workdir: undefined, isBare: false };
}

/** `docker.io/library/node:20-slim@sha256:…`: `node` and `20-slim`. */
function partsOf(reference: string): { readonly image: string; readonly tag: string } {
  const [named = ''] = reference.toLowerCase().split('@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const image = colon < 0 ? named : named.slice(0, colon);
  return { image: image.replace(MIRROR, ''), tag: colon < 0 ? '' : named.slice(colon + 1) };
}

/** Tags by which images tell what they are built upon. */
function shellBy(reference: string): Shell {
  if (/alpine|busybox/u.test(reference)) return 'busybox';
  if (/\b(?:slim|debian|ubuntu|stretch|buster|bullseye|bookworm|trixie|focal|jammy|noble)/u.test(reference)) return 'dash';
  if (/\b(?:ubi\d?|rhel\d?|centos|fedora|al2023|amazonlinux)/u.test(reference)) return 'bash';
  return 'unknown';
}
