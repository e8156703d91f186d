import { afterAll, describe, expect, test } from 'vitest';
import { lintFolder, writeExamples } from './example-projects.js';
import { closedIds, fullName, openedIn, serviceWith } from './opened-things.js';

const { root, projects, remove } = writeExamples();
const found = await lintFolder(root);

afterAll(remove);

describe.each(projects.map((project) => [project.title, project] as const))('%s', (_, { library, example, file, notClosedFile }) => {
  test('opens, in order, what it names, and closes it in the shutdown', () => {
    const service = serviceWith(file);
    const closed = closedIds(service);
    const named = example.opens.map((name) => (name.includes('#') ? name : `${library.name}#${name}`));
    const opened = openedIn(service).filter((thing) => thing.type.needsClose === true || named.includes(fullName(thing)));
    const told = opened.map((thing) => `${fullName(thing)} ${closed.has(thing.id) ? 'closed' : 'left open'}`);
    expect(told).toEqual(named.map((name) => `${name} closed`));
  });

  test('makes the process live, or not, as it says', () => {
    expect(serviceWith(file).processes.length > 0).toBe(example.live);
  });

  test('has no defect', () => {
    expect(found.get(file)).toEqual([]);
  });

  test.skipIf(notClosedFile === undefined)('has one when the close is wrong or missing', () => {
    expect(found.get(notClosedFile ?? '')).not.toEqual([]);
  });
});
