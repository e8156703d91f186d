/** The documents as GitHub Pages makes a site of them, with the real Jekyll: every link leads somewhere there too. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectOf, repository } from '../package/built.js';

const PLUGINS = ['relative-links', 'optional-front-matter', 'readme-index', 'titles-from-headings'].map((name) => `jekyll-${name}`);
/** The theme of GitHub is not packaged everywhere; no link depends on it. */
const THEME = 'theme: minima\n';

const isInstalled = spawnSync('ruby', ['-e', [...PLUGINS, 'jekyll'].map((name) => `gem '${name}'`).join(';')]).status === 0;
if (!isInstalled) {
  process.stderr.write(
    `Jekyll is not installed (Debian: apt-get install jekyll ruby-${PLUGINS.join(' ruby-')}); the site is not tested.\n`,
  );
}

describe.skipIf(!isInstalled)('the site', () => {
  let site = '';

  beforeAll(() => {
    const source = projectOf({ 'theme.yml': THEME });
    for (const name of ['_config.yml', ...fs.readdirSync(repository).filter((one) => one.endsWith('.md'))]) {
      fs.copyFileSync(path.join(repository, name), path.join(source, name));
    }
    fs.cpSync(path.join(repository, 'docs'), path.join(source, 'docs'), { recursive: true });
    site = path.join(projectOf({}), 'site');
    const args = ['build', '--config', '_config.yml,theme.yml', '--destination', site];
    const { status, stderr } = spawnSync('jekyll', args, { cwd: source, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  function pages(): readonly string[] {
    return fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  }

  test('has a page for every document, and README.md in front', () => {
    const documents = fs
      .readdirSync(path.join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'));
    expect(pages()).toEqual(expect.arrayContaining(documents.map((name) => path.join('docs', name.replace(/\.md$/u, '.html')))));
    expect(fs.readFileSync(path.join(site, 'index.html'), 'utf8')).toContain('What it finds');
  });

  test('has no link that leads nowhere', () => {
    const broken = pages().flatMap((page) => {
      const text = fs.readFileSync(path.join(site, page), 'utf8');
      const links = [...text.matchAll(/<a[^>]* href="([^"#]+)(?:#[^"]*)?"/gu)].map(([, target = '']) => target);
      const own = links.filter((target) => !/^(?:[a-z]+:|\/feed)/u.test(target));
      return own.filter((target) => !leadsSomewhere(page, target)).map((target) => `${page}: ${target}`);
    });
    expect(broken).toEqual([]);
  });

  function leadsSomewhere(page: string, target: string): boolean {
    const file = target.startsWith('/') ? path.join(site, target) : path.join(site, path.dirname(page), target);
    return [file, `${file}.html`, path.join(file, 'index.html')].some((one) => fs.existsSync(one) && fs.statSync(one).isFile());
  }
});
