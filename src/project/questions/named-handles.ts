/** Handles that are kept on objects which are not told apart: the `this` of a constructor function, or a property with a symbol for its name. */
import type { Value } from '../../facts/module-facts.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';

const ENDS = /^(?:unref|stop|cancel|close|destroy|clear\w*)$/u;
/** Other names of the same object inside a callback. */
const SELF = /^(?:self|that|_this)(?=[.[])/u;

/** Something in the module ends or unreferences what is kept under the same name. */
export function isEndedByName(service: Service, { module, call, owner }: CallSite): boolean {
  const write = module.facts.memberWrites.find(({ value }) => value === call);
  if (!write || (write.name !== undefined && service.link.of(module, write.object).some(({ kind }) => kind !== 'unknown'))) return false;
  const handle = kept(service.text(module, write.span));
  const isHandle = (value: Value): boolean => value.kind === 'member' && kept(service.text(module, value.span)) === handle;
  return module.calls.some(({ call: { callee, args, span }, owner: other }) => {
    // Only to set it again.
    if (other === owner && span[0] < call.span[0]) return false;
    if (!ENDS.test(callee.kind === 'member' || callee.kind === 'global' ? (callee.name ?? '') : '')) return false;
    return args.some(isHandle) || (callee.kind === 'member' && isHandle(callee.object));
  });
}

function kept(text: string): string {
  return text.trim().replace(SELF, 'this');
}
