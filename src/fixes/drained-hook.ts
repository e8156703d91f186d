/** A step of a shutdown moves to where the framework has drained. */
import { contains } from '../facts/spans.js';
import type { ClassFact, ClassMember, Span } from '../facts/module-facts.js';
import type { Serving } from '../project/serving.js';
import { type Edit, type Edits, replace, type Source, textOf } from './source.js';

/** `onModuleDestroy()` becomes `onApplicationShutdown()`, with the interface that says so; the whole step is one function. */
export function drainedMethod(source: Source, method: number, { hook, instead }: Serving): Edits {
  const cls = source.facts.classes.find(({ members }) => members.some((member) => member.function === method));
  const member = cls?.members.find((one) => one.function === method);
  if (!cls || !member || cls.members.some(({ name }) => name === instead)) return undefined;
  const named = spansOf(source, nameAround(source, member), hook)[0];
  return named && [replace(named, instead), ...interfaceEdits(source, cls, capital(hook), capital(instead))];
}

/** `addHook('preClose', …)` becomes `addHook('onClose', …)`; a function that takes no parameter takes none there. */
export function drainedRegistration(source: Source, call: Span, { hook, instead }: Serving): Edits {
  const text = textOf(source, call);
  const match = new RegExp(`(['"\`])${hook}\\1`, 'u').exec(text);
  if (!match) return undefined;
  const start = call[0] + match.index + 1;
  return [replace([start, start + hook.length], instead)];
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function nameAround({ facts }: Source, { span, function: id }: ClassMember): Span {
  return [span[0], facts.functions[id ?? -1]?.bodySpan[0] ?? span[1]];
}

/** `implements OnModuleDestroy`, and its import. */
function interfaceEdits(source: Source, cls: ClassFact, before: string, after: string): readonly Edit[] {
  const first = cls.members[0]?.span[0] ?? cls.span[1];
  const head: Span = [cls.span[0], first];
  const [implemented] = spansOf(source, head, before);
  const binding = source.facts.bindings.find(({ imported }) => imported?.name === before);
  if (!implemented || !binding) return [];
  if (spansOf(source, head, after).length > 0) return [];
  const all = spansOf(source, [0, source.text.length], before);
  const others = all.filter((span) => !contains(head, span) && !contains(binding.span, span));
  const isImported = source.facts.bindings.some(({ imported }) => imported?.name === after);
  if (isImported) return [replace(implemented, after)];
  return [replace(binding.span, others.length > 0 ? `${before}, ${after}` : after), replace(implemented, after)];
}

function spansOf(source: Source, within: Span, word: string): readonly Span[] {
  const found = textOf(source, within).matchAll(new RegExp(`\\b${word}\\b`, 'gu'));
  return [...found].map(({ index }) => [within[0] + index, within[0] + index + word.length] as const);
}
