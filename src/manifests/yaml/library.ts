import { createRequire } from 'node:module';
import type Yaml from 'yaml';

const require = createRequire(import.meta.url);
let loaded: typeof Yaml | undefined;

/** The parser, loaded with the first manifest. */
export function yamlLibrary(): typeof Yaml {
  loaded ??= require('yaml') as typeof Yaml;
  return loaded;
}
