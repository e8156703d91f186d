import type { Value } from '../../facts/module-facts.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';

/** Names of times, and of what takes one. */
const TIME = /time_?out|deadline|grace|max_?wait|abort_?signal/iu;
/** Nearly every shutdown calls itself graceful: that alone says nothing of a function that is seen. */
const BOUNDING = /time_?out|deadline|max_?wait|abort_?signal/iu;

/** A time-out is handed to something that may heed it (`stop({ timeoutMs })`), or a signal tells the time. */
export function isHandedTime(service: Service, site: CallSite): boolean {
  const { callee, args } = site.call;
  const name = service.text(site.module, callee.span);
  if (/\bAbortSignal\.timeout$/u.test(name)) return true;
  if (service.isLog(site)) return false;
  const called = service.link.called(site);
  const isUnseen = called.some(({ kind }) => kind === 'unknown' || kind === 'external');
  if (!isUnseen && !called.some(({ kind }) => kind === 'function')) return false;
  return (isUnseen ? TIME : BOUNDING).test(name) || args.some((value) => tellsTime(service, site.module, value));
}

/** Says so by a name: what a text says is for people, and a function is looked at where it runs. */
function tellsTime(service: Service, module: Module, value: Value): boolean {
  switch (value.kind) {
    case 'literal':
    case 'template':
    case 'function':
      return false;
    case 'object':
      return value.properties.some((property) => TIME.test(property.name ?? '') || tellsTime(service, module, property.value));
    case 'operation':
      return value.operands.some((operand) => tellsTime(service, module, operand));
    default:
      return TIME.test(service.text(module, value.span)) && !service.link.of(module, value).some(({ kind }) => kind === 'function');
  }
}
