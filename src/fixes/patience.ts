import type { Suggestion } from '../project/finding.js';
import type { ImpatientPlatform } from '../project/questions/impatient-platforms.js';
import { addKey, type Data } from './manifest-keys.js';
import { insert, replace, type Edit } from './source.js';

/** What a repair leaves over. Seconds. */
const SPARE = 5;
/** More than this ECS does not take. Seconds. */
const MOST_OF_ECS = 120;

/** Makes a platform wait for the whole shutdown. */
export function patienceSuggestions(text: string, found: ImpatientPlatform): readonly Suggestion[] {
  const seconds = Math.ceil(found.code.seconds) + SPARE;
  const edits = editsFor(text, found, seconds);
  return edits.length > 0 ? [{ messageId: 'raise', data: { seconds: String(seconds) }, edits }] : [];
}

function editsFor(text: string, { patience }: ImpatientPlatform, seconds: number): readonly Edit[] {
  const { isStated, span, platform, place, after, setting } = patience;
  if (platform === 'ecs' && seconds > MOST_OF_ECS) return [];
  const value = valueFor(platform, seconds);
  if (isStated) return [replace(span, String(value))];
  if (platform === 'systemd') return after === undefined ? [] : [insert(after, `\n${setting}=${String(value)}`)];
  return place ? addKey(text, place, setting, value, ['build', 'image', 'script', 'name']) : [];
}

/** In the unit of the platform. */
function valueFor(platform: ImpatientPlatform['patience']['platform'], seconds: number): Data & (string | number) {
  if (platform === 'compose') return `${String(seconds)}s`;
  return platform === 'pm2' ? seconds * 1000 : seconds;
}
