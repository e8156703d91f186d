import { expect, test } from 'vitest';
import { cataloguePage } from './page.js';

/** `npm run docs:catalogue` writes the page anew. */
test('docs/catalogue.md says what the catalogue says', async () => {
  await expect(cataloguePage()).toMatchFileSnapshot('../../docs/catalogue.md');
});
