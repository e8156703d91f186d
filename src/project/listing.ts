import path from 'node:path';
import { folderChanged, foldersAbove, sameStamp, stampOf, type Stamp } from './disk.js';
import { readPackage, type PackageInfo } from './packages.js';
import { listSources, type Listing } from './sources.js';

/** The sources and packages below a folder, and whether that is still so. */
export class SourceTree {
  files: readonly string[] = [];
  /** Innermost first. */
  packages: readonly PackageInfo[] = [];
  #listed: ReadonlySet<string> = new Set();
  #folders: Listing['folders'] = new Map();
  readonly #above = new Map<string, readonly PackageInfo[]>();
  #manifests: ReadonlyMap<string, Stamp | undefined> = new Map();

  /** `files` in place of what the disk has, for a file that is not there yet. */
  constructor(
    readonly root: string,
    files?: readonly string[],
  ) {
    if (files) this.#take({ files, packages: [], folders: new Map() });
    else this.#take(listSources(root));
  }

  has(file: string): boolean {
    return this.#listed.has(file);
  }

  /** The packages above a file, the nearest one first. */
  packagesAbove(file: string): readonly PackageInfo[] {
    const folder = path.dirname(file);
    const known = this.#above.get(folder);
    if (known) return known;
    const above = this.packages.filter(({ dir }) => file.startsWith(dir + path.sep));
    this.#above.set(folder, above);
    return above;
  }

  add(file: string): void {
    this.files = [...this.files, file].sort();
    this.#listed = new Set(this.files);
  }

  /** Looks again where files have come or gone, or a package.json says something else; false when nothing has changed. */
  refresh(): boolean {
    const isSame =
      [...this.#folders].every(([folder, changed]) => folderChanged(folder) === changed) &&
      [...this.#manifests].every(([manifest, stamp]) => sameStamp(stampOf(manifest), stamp));
    if (isSame) return false;
    this.#take(listSources(this.root));
    return true;
  }

  /** The same for a file that is not listed, by the nearest folder that is: a file may be younger than the list. */
  refreshFor(file: string): boolean {
    if (this.has(file)) return false;
    const folder = foldersAbove(file).find((one) => this.#folders.has(one));
    if (folder === undefined || folderChanged(folder) === this.#folders.get(folder)) return false;
    return this.refresh();
  }

  #take({ files, packages, folders }: Listing): void {
    this.files = files;
    this.#listed = new Set(files);
    this.#folders = folders;
    this.#above.clear();
    const manifests = packages.map((dir) => path.join(dir, 'package.json'));
    this.#manifests = new Map(manifests.map((manifest) => [manifest, stampOf(manifest)]));
    this.packages = packages.flatMap((dir) => readPackage(dir) ?? []).sort((a, b) => b.dir.length - a.dir.length);
  }
}
