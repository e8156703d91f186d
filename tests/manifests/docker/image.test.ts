import { describe, expect, test } from 'vitest';
import { originOf } from '../../../src/manifests/docker/copies.js';
import { readDockerfile, type Dockerfile } from '../../../src/manifests/docker/dockerfile.js';
import { imageOf, within, type Image, type ImageCommand } from '../../../src/manifests/docker/image.js';

function file(text: string): Dockerfile {
  const read = readDockerfile(text);
  if (!read) throw new Error('no Dockerfile');
  return read;
}

function image(text: string): Image {
  const read = file(text);
  const found = imageOf(read, read.stages.length - 1);
  if (!found) throw new Error('no image');
  return found;
}

function words(command: ImageCommand | string): readonly string[] | string {
  return typeof command === 'string' ? command : command.words.map((word) => word.text);
}

describe('the base', () => {
  test.each([
    ['node:20', 'dash'],
    ['node', 'dash'],
    ['node:20-slim', 'dash'],
    ['docker.io/library/node:22-bookworm@sha256:abc', 'dash'],
    ['public.ecr.aws/docker/library/node:20', 'dash'],
    ['node:20-alpine3.20', 'busybox'],
    ['alpine:3.20', 'busybox'],
    ['scratch', 'none'],
    ['gcr.io/distroless/nodejs22-debian12', 'none'],
    ['gcr.io/distroless/nodejs22-debian12:debug', 'busybox'],
    ['registry.corp:5000/base/node:20', 'unknown'],
    ['registry.corp/base/node:20-alpine', 'busybox'],
    ['amazonlinux:2023', 'bash'],
    ['registry.access.redhat.com/ubi9/nodejs-20', 'bash'],
    ['$BASE', 'unknown'],
  ])('%s has the shell %s', (base, shell) => {
    expect(image(`FROM ${base}\n`).base.shell).toBe(shell);
  });

  test('ARG before FROM, with a modifier', () => {
    expect(image('ARG V=20\nARG TAG=$V-alpine\nFROM node:${TAG}\n').base.name).toBe('node:20-alpine');
    expect(image('FROM node:${V:-18}-slim\n').base.name).toBe('node:18-slim');
    expect(image('ARG V\nFROM node:${V}\n').base.name).toBeUndefined();
  });
});

describe('commands', () => {
  test('those of the official image are inherited', () => {
    const { entrypoint, cmd } = image('FROM node:20\nWORKDIR /app\n');
    expect([words(entrypoint), words(cmd)]).toEqual([['docker-entrypoint.sh'], ['node']]);
  });

  test('come from the stage that is built upon', () => {
    const { entrypoint, cmd, stages } = image('FROM node AS base\nENTRYPOINT ["tini", "--"]\nFROM base AS app\nCMD ["node", "x.js"]\n');
    expect([words(entrypoint), words(cmd), stages]).toEqual([
      ['tini', '--'],
      ['node', 'x.js'],
      ['app', 'base'],
    ]);
  });

  test('the last one counts, and a number names a stage too', () => {
    expect(words(image('FROM node\nCMD a\nCMD b\nFROM 0\n').cmd)).toEqual(['b']);
  });

  test('an ENTRYPOINT makes the CMD of the base void, not one of its own stage', () => {
    expect(image('FROM node\nENTRYPOINT ["a"]\n').cmd).toBe('none');
    expect(image('FROM node AS base\nCMD ["b"]\nFROM base\nENTRYPOINT ["a"]\n').cmd).toBe('none');
    expect(words(image('FROM node\nCMD ["b"]\nENTRYPOINT ["a"]\n').cmd)).toEqual(['b']);
    expect(image('FROM unknown/base\nENTRYPOINT ["a"]\n').cmd).toBe('none');
    expect(image('FROM unknown/base\n').cmd).toBe('unknown');
  });

  test('SHELL counts for what comes after it', () => {
    const { cmd, entrypoint } = image('FROM node\nENTRYPOINT a\nSHELL ["/bin/bash", "-c"]\nCMD b\n');
    expect(typeof entrypoint === 'object' && entrypoint.shell).toBeUndefined();
    expect(typeof cmd === 'object' && cmd.shell).toEqual(['/bin/bash', '-c']);
  });

  test('instructions of ONBUILD are for other images', () => {
    expect(words(image('FROM node\nONBUILD CMD ["x"]\n').cmd)).toEqual(['node']);
  });
});

test('the stop signal, the folder, the variables', () => {
  const { stopSignal, workdir, variables } = image(
    'ARG HOME=/srv\nFROM node\nARG HOME\nENV APP=$HOME/app MODE="a b"\nWORKDIR $APP\nWORKDIR src\nSTOPSIGNAL SIGINT\n',
  );
  expect([stopSignal?.text, workdir, variables.values.get('MODE')]).toEqual(['SIGINT', '/srv/app/src', 'a b']);
});

test('a folder that the base names is not known', () => {
  expect(image('FROM node\nWORKDIR $APP_ROOT/x\n').workdir).toBeUndefined();
});

test('places in a container', () => {
  expect([within('/app', './x/../y'), within('/app', '/z'), within(undefined, 'y'), within('/', '.')]).toEqual([
    '/app/y',
    '/z',
    undefined,
    '/',
  ]);
});

describe('where a file comes from', () => {
  const paths = (text: string, place: string): readonly string[] => {
    const read = file(text);
    return originOf(read, read.stages.length - 1, place).paths;
  };

  test('everything into the working folder', () => {
    expect(paths('FROM node\nWORKDIR /app\nCOPY . .\n', '/app/src/x.js')).toEqual(['src/x.js']);
  });

  test('one file, under another name', () => {
    expect(paths('FROM node\nCOPY docker/entry.sh /usr/bin/start\n', '/usr/bin/start')).toEqual(['docker/entry.sh']);
  });

  test('several into a folder', () => {
    expect(paths('FROM node\nWORKDIR /app\nCOPY package*.json server.js ./\n', '/app/server.js')).toEqual([
      'server.js',
      'server.js/server.js',
    ]);
  });

  test('a folder', () => {
    expect(paths('FROM node\nWORKDIR /app\nCOPY --chown=node src ./lib\n', '/app/lib/a/x.js')).toEqual(['src/a/x.js']);
  });

  test('a pattern', () => {
    expect(paths('FROM node\nCOPY bin/*.sh /usr/bin/\n', '/usr/bin/start.sh')).toEqual(['bin/start.sh']);
  });

  test('from the stage that built it', () => {
    const text =
      'FROM node AS build\nWORKDIR /src\nCOPY . .\nRUN npm run build\nFROM node\nWORKDIR /app\nCOPY --from=build /src/dist ./dist\n';
    expect(paths(text, '/app/dist/main.js')).toEqual(['dist/main.js']);
  });

  test('from another image: unknown', () => {
    expect(paths('FROM node\nCOPY --from=nginx /etc /etc\n', '/etc/x')).toEqual([]);
  });

  test('a heredoc', () => {
    const read = file('FROM node\nCOPY <<EOF /entry.sh\nexec "$@"\nEOF\n');
    expect(originOf(read, 0, '/entry.sh').inline?.text).toBe('exec "$@"\n');
  });

  test('stages that copy from each other for ever', () => {
    const stage = Array.from({ length: 60 }, (_, index) => `FROM node AS s${index}\n${`COPY --from=${index - 1} /a /a\n`.repeat(20)}`);
    expect(paths(stage.join(''), '/a/x')).toEqual([]);
  });
});
