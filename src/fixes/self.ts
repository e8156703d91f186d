/** `this` in what is inserted: a plain function has another one than the method around it. */
import type { FunctionFact } from '../facts/module-facts.js';
import { functionAround } from './site.js';
import type { Edits, Source } from './source.js';

const THIS = /(?<![\w$.])this(?=\.)/u;

/** The edits with `this` where it is that of the method, with the variable that holds it elsewhere; undefined where there is none. */
export function withSelf(source: Source, { id, class: cls }: FunctionFact, edits: Edits): Edits {
  const self = source.facts.bindings.find(
    ({ owner, sources: [only, ...more] }) => owner === id && more.length === 0 && only?.value?.kind === 'this' && only.path.length === 0,
  )?.name;
  const written = edits?.map((edit) => {
    const isOwn = cls === undefined || functionAround(source, edit.span).class === cls;
    return isOwn || !THIS.test(edit.text) ? edit : self !== undefined && { ...edit, text: edit.text.replace(new RegExp(THIS, 'gu'), self) };
  });
  return written?.every((edit) => edit !== false) === true ? written : undefined;
}
