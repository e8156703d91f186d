import type { CallSite } from '../module.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';
import type { SwallowedCrash } from './crashes.js';
import { exitCode } from './exit-codes.js';

/** Each way of an `exit` listener ends with code 0, whatever the code was: `process.exit(code)` counts there still. */
export function overridingExits(service: Service): readonly SwallowedCrash[] {
  const listeners = service.handed('exit').filter(({ site }) => service.processesLoading(site.module).length > 0);
  const found = listeners.flatMap(({ functions }) =>
    functions.flatMap((fn) => {
      const { cut, end, exits } = service.run(fn);
      const isCertain = !cut && end === undefined && exits.every((exit) => isAtOnce(exit) && givesZero(service, exit.site));
      return isCertain ? exits.map(({ site }): SwallowedCrash => ({ because: 'overrides', site, event: 'exit' })) : [];
    }),
  );
  return [...new Map(found.map((crash) => [crash.site.call, crash])).values()];
}

function isAtOnce({ how, flow }: Exit): boolean {
  return how === 'now' && !flow.waited && !flow.late;
}

/** Without an argument the code stays what it was. */
function givesZero(service: Service, site: CallSite): boolean {
  return site.call.args.length > 0 && exitCode(service, site) === 0;
}
