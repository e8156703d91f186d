/** `this` in what is inserted: a plain function has another one than the method around it. */
import type { FunctionFact } from '../facts/module-facts.js';
import { functionAround } from './site.js';
import type { Edit, Edits, Source } from './source.js';

const THIS = /(?<![\w$.])this(?=\.)/gu;

/** The edits with `this` where it is that of the method, with the variable that holds it elsewhere; undefined where there is none. */
export function withSelf(source: Source, { id, class: cls }: FunctionFact, edits: Edits): Edits {
  const self = source.facts.bindings.find(
    ({ owner, sources: [only, ...more] }) => owner === id && more.length === 0 && only?.value?.kind === 'this' && only.path.length === 0,
  );
  const isOwn = ({ span }: Edit): boolean => cls === undefined || functionAround(source, span).class === cls;
  const written = edits?.map((edit) => {
    if (edit.text.search(THIS) === -1 || isOwn(edit)) return edit;
    return self && self.span[0] < edit.span[0] ? { ...edit, text: edit.text.replace(THIS, self.name) } : undefined;
  });
  return written?.every((edit) => edit !== undefined) === true ? written : undefined;
}
