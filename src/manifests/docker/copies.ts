import { jsonStrings } from '../json-strings.js';
import type { PlacedText } from '../placed-text.js';
import { stageNamed, within, imageOf } from './image.js';
import type { Dockerfile, Instruction } from './dockerfile.js';
import { filledIn, type Variables } from './variables.js';
import { matchesWildcards } from '../wildcards.js';

/** Where a file of the container comes from. */
export interface Origin {
  /** Seen from the build context; several when the text leaves open whether a folder or a file is copied. */
  readonly paths: readonly string[];
  /** A file that the Dockerfile itself holds. */
  readonly inline?: PlacedText;
}

/** Builds copy from stage to stage; whoever asks for more places than this has written a riddle. */
const MOST = 100;

/** What a file of the image was before it was copied: the last COPY or ADD that can have brought it decides. */
export function originOf(file: Dockerfile, stage: number, place: string, visited = new Set<string>()): Origin {
  const key = `${stage} ${place}`;
  const image = visited.has(key) || visited.size > MOST ? undefined : imageOf(file, stage);
  if (!image) return { paths: [] };
  visited.add(key);
  let folder = image.base.workdir;
  const found: Origin[] = [];
  for (const instruction of image.instructions) {
    const { argument, keyword } = instruction;
    if (keyword === 'WORKDIR') folder = within(folder, filledIn(argument.text, image.variables));
    if (keyword !== 'COPY' && keyword !== 'ADD') continue;
    const origin = originBy(instruction, { file, place, folder, variables: image.variables, stage, visited });
    if (origin) found.push(origin);
  }
  const paths = [...new Set(found.reverse().flatMap((origin) => origin.paths))];
  const inline = found[0]?.inline;
  return inline ? { paths, inline } : { paths };
}

interface Search {
  readonly file: Dockerfile;
  readonly place: string;
  readonly folder: string | undefined;
  readonly variables: Variables;
  readonly stage: number;
  readonly visited: Set<string>;
}

function originBy(copy: Instruction, search: Search): Origin | undefined {
  const words = jsonStrings(copy.argument)?.map((word) => word.text) ?? copy.argument.text.split(/\s+/u);
  const [target = '', ...sources] = words.map((word) => filledIn(word, search.variables)).reverse();
  const goal = within(search.folder, target);
  if (goal === undefined || copy.flags['parents'] !== undefined) return undefined;
  if (copy.heredocs.length > 0) return inlineOrigin(copy, goal, target, search.place);
  const paths = sources.flatMap((source) => sourcesFor(search.place, goal, source, /(?:^|\/)\.{0,2}$/u.test(target) || sources.length > 1));
  const from = copy.flags['from'];
  if (from === undefined) return paths.length > 0 ? { paths: paths.map(relative) } : undefined;
  const other = stageNamed(search.file, from, search.stage);
  if (paths.length === 0 || other < 0) return undefined;
  const origins = paths.map((one) => originOf(search.file, other, within('/', one) ?? one, search.visited));
  return { paths: origins.flatMap((origin) => origin.paths), ...(origins[0]?.inline && { inline: origins[0].inline }) };
}

function inlineOrigin(copy: Instruction, goal: string, target: string, place: string): Origin | undefined {
  const isFolder = target.endsWith('/');
  const body = copy.heredocs.find(({ name }) => (isFolder ? within(goal, name) : goal) === place)?.body;
  return body && { paths: [], inline: body };
}

/** `COPY src dist/`: what of `src` becomes the file. A source may be the file, a pattern for it, or a folder that holds it. */
function sourcesFor(place: string, goal: string, source: string | undefined, isFolder: boolean): readonly string[] {
  if (source === undefined || /^[a-z+]+:\/\//u.test(source)) return [];
  if (place === goal) return isFolder || /[*?]/u.test(source) ? [] : [source];
  const inside = goal === '/' ? '/' : `${goal}/`;
  if (!place.startsWith(inside)) return [];
  const rest = place.slice(inside.length);
  const name = source.split('/').at(-1) ?? '';
  if (/[*?]/u.test(source))
    return matchesWildcards(rest.split('/')[0] ?? '', name) ? [source.slice(0, source.length - name.length) + rest] : [];
  if (name === rest) return [source, `${source}/${rest}`];
  return /\.(?:[cm]?[jt]s|json|sh|ya?ml|lock)$/u.test(name) ? [] : [`${source.replace(/\/$/u, '')}/${rest}`];
}

function relative(place: string): string {
  return (within('/', place) ?? place).slice(1);
}
