import type { Value } from '../../facts/module-facts.js';
import type { Operation } from '../run/flow.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';

/**
 * Both are called on the same element of a list that a loop goes through: `await step.stop(); if (late) await step.kill();`. Which one it is
 * of several is another matter for each turn, so what one of them closes may come after what the other closes of the next.
 */
export function areOfOneElement(service: Service, one: Operation, other: Operation): boolean {
  return [...one.stack, one.site].some((site) => {
    const element = elementOf(site);
    return (
      element !== undefined &&
      isAmongSeveral(service, site) &&
      [...other.stack, other.site].some(
        (second) =>
          second.call !== site.call && second.module === site.module && second.owner === site.owner && elementOf(second) === element,
      )
    );
  });
}

/** The variable of a loop on which a method is called. */
function elementOf({ module, call: { callee } }: CallSite): number | undefined {
  if (callee.kind !== 'member') return undefined;
  const root = rootOf(callee.object);
  if (root?.kind !== 'reference') return undefined;
  const isElement = module.facts.bindings[root.binding]?.sources.some(({ path }) => path.includes('*'));
  return isElement === true ? root.binding : undefined;
}

function rootOf(value: Value): Value | undefined {
  return value.kind === 'member' ? rootOf(value.object) : value;
}

function isAmongSeveral({ link }: Service, site: CallSite): boolean {
  return link.called(site).filter(({ kind }) => kind === 'function').length > 1;
}
