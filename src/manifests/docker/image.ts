import type { Span } from '../../facts/module-facts.js';
import { jsonStrings } from '../json-strings.js';
import type { PlacedText } from '../placed-text.js';
import { baseImage, type BaseImage } from './base-images.js';
import type { Dockerfile, Instruction, Stage } from './dockerfile.js';
import { filledIn, pairsIn, type Variables } from './variables.js';

/** What a stage makes of its image: what `docker inspect` would say, as far as the text tells. */
export interface Image {
  /** The name of the stage, and of those it is built upon, nearest first. */
  readonly stages: readonly string[];
  readonly base: BaseImage;
  /** `none` when neither the stages nor the base set one, `unknown` when the base is not known. */
  readonly entrypoint: ImageCommand | 'none' | 'unknown';
  readonly cmd: ImageCommand | 'none' | 'unknown';
  /** The words of SHELL; undefined for the default, `/bin/sh -c`. */
  readonly shell?: readonly string[];
  readonly stopSignal?: PlacedText;
  readonly healthcheck?: Instruction;
  /** Absolute; undefined when unknown. */
  readonly workdir: string | undefined;
  readonly variables: Variables;
  /** Instructions from the first stage to the last. */
  readonly instructions: readonly Instruction[];
}

export interface ImageCommand {
  readonly instruction: Span;
  /** What stands after the keyword. */
  readonly argument: Span;
  /** Whether it stands in this Dockerfile, or comes with the base image. */
  readonly isInherited: boolean;
  readonly form: 'exec' | 'shell';
  /** Words of the exec form; for the shell form the text is the only one. */
  readonly words: readonly PlacedText[];
  /** The words of SHELL that were in force for a shell form. */
  readonly shell?: readonly string[];
}

/** The image of a stage, by number. */
export function imageOf(file: Dockerfile, stage: number, args: ReadonlyMap<string, string> = new Map()): Image | undefined {
  const globals = globalVariables(file, args);
  const chain = chainOf(file, stage, globals);
  const [first] = chain;
  if (!first) return undefined;
  const base = baseImage(filledIn(first.from.argument.text.split(/\s/u)[0] ?? '', globals));
  const start = startOf(base);
  return chain.reduce((image, one) => inStage(image, one, globals, args), start);
}

/** The stages from the one that stands upon another image to the one that is asked for. */
function chainOf(file: Dockerfile, stage: number, globals: Variables): readonly Stage[] {
  const last = file.stages[stage];
  if (!last) return [];
  const parent = filledIn(last.from.argument.text.split(/\s/u)[0] ?? '', globals);
  const before = parent === undefined ? -1 : stageNamed(file, parent, stage);
  return before < 0 ? [last] : [...chainOf(file, before, globals), last];
}

/** The number of a stage, by its name or number; only stages before another one can be meant by it. -1 for none. */
export function stageNamed(file: Dockerfile, name: string, before = file.stages.length): number {
  const index = file.stages.findLastIndex((stage, at) => at < before && stageName(stage)?.toLowerCase() === name.toLowerCase());
  if (index >= 0) return index;
  return /^\d+$/u.test(name) && Number(name) < before ? Number(name) : -1;
}

export function stageName(stage: Stage): string | undefined {
  return /\sAS\s+(\S+)\s*$/iu.exec(stage.from.argument.text)?.[1];
}

function globalVariables(file: Dockerfile, args: ReadonlyMap<string, string>): Variables {
  const values = new Map<string, string | undefined>();
  for (const { keyword, argument } of file.globals) if (keyword === 'ARG') declare(values, argument.text, { values, isOpen: false }, args);
  return { values, isOpen: false };
}

/** `ARG A=1 B`: a default, or what the build is told. */
function declare(values: Map<string, string | undefined>, text: string, seen: Variables, args: ReadonlyMap<string, string>): void {
  for (const part of text.split(/(?<!\s)\s+(?=[A-Za-z_]\w*(?:=|$|\s))/u)) {
    const [name = ''] = part.split('=');
    const [pair] = pairsIn(part);
    values.set(name, args.get(name) ?? (pair && part.includes('=') ? filledIn(pair[1], seen) : seen.values.get(name)));
  }
}

function startOf(base: BaseImage): Image {
  return {
    stages: [],
    base,
    entrypoint: inherited(base.entrypoint),
    cmd: inherited(base.cmd),
    workdir: base.workdir,
    variables: { values: new Map(), isOpen: base.name !== 'scratch' },
    instructions: [],
  };
}

function inherited(words: BaseImage['cmd']): Image['cmd'] {
  if (typeof words === 'string') return words;
  const span: Span = [-1, -1];
  return { instruction: span, argument: span, isInherited: true, form: 'exec', words: words.map((text) => ({ text, span })) };
}

function inStage(start: Image, stage: Stage, globals: Variables, args: ReadonlyMap<string, string>): Image {
  const name = stageName(stage);
  let image: Image = { ...start, stages: name === undefined ? start.stages : [name, ...start.stages] };
  const values = new Map(start.variables.values);
  for (const instruction of stage.instructions) {
    const variables: Variables = { values, isOpen: start.variables.isOpen };
    const { text } = instruction.argument;
    if (instruction.keyword === 'ARG') declare(values, text, { values: new Map([...globals.values, ...values]), isOpen: true }, args);
    const pairs = instruction.keyword === 'ENV' ? pairsIn(text) : [];
    for (const [key, value] of pairs) values.set(key, filledIn(value, variables));
    image = { ...after(image, instruction, variables, stage.from.span[0]), variables, instructions: [...image.instructions, instruction] };
  }
  return image;
}

function after(image: Image, instruction: Instruction, variables: Variables, stageStart: number): Image {
  const { argument, keyword, span } = instruction;
  if (keyword === 'WORKDIR') return { ...image, workdir: within(image.workdir, filledIn(argument.text, variables)) };
  if (keyword === 'SHELL') return { ...image, shell: jsonStrings(argument)?.map((word) => word.text) };
  if (keyword === 'STOPSIGNAL') return { ...image, stopSignal: argument };
  if (keyword === 'HEALTHCHECK') return { ...image, healthcheck: instruction };
  if (keyword === 'CMD') return { ...image, cmd: commandOf(argument, span, image.shell) };
  if (keyword === 'ENTRYPOINT') return { ...image, entrypoint: commandOf(argument, span, image.shell), cmd: cmdOfStage(image, stageStart) };
  return image;
}

/** A new ENTRYPOINT makes the CMD void that the stage has from what it is built upon. */
function cmdOfStage({ cmd }: Image, stageStart: number): Image['cmd'] {
  return typeof cmd === 'string' || cmd.instruction[0] < stageStart ? 'none' : cmd;
}

function commandOf(argument: PlacedText, instruction: Span, shell: readonly string[] | undefined): ImageCommand | 'none' {
  const words = jsonStrings(argument);
  const common = { instruction, argument: argument.span, isInherited: false };
  if (words) return words.length > 0 ? { ...common, form: 'exec', words } : 'none';
  return { ...common, form: 'shell', words: [argument], ...(shell && { shell }) };
}

/** A path of the container, seen from a folder of it. */
export function within(folder: string | undefined, place: string | undefined): string | undefined {
  if (place === undefined) return undefined;
  const isAbsolute = place.startsWith('/');
  if (!isAbsolute && folder === undefined) return undefined;
  const parts: string[] = [];
  for (const part of `${isAbsolute ? '' : (folder ?? '')}/${place}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
