import { describe, expect, test } from 'vitest';
import { readDockerfile, type Dockerfile, type Instruction } from '../../../src/manifests/docker/dockerfile.js';
import { jsonStrings } from '../../../src/manifests/json-strings.js';
import { placeOf } from '../../../src/manifests/placed-text.js';

function read(text: string): Dockerfile {
  const file = readDockerfile(text);
  if (!file) throw new Error('no Dockerfile');
  return file;
}

function last(text: string): Instruction {
  const instruction = read(text).stages.at(-1)?.instructions.at(-1);
  if (!instruction) throw new Error('no instruction');
  return instruction;
}

describe('instructions', () => {
  test('a continued one with comments and empty lines is one text', () => {
    const text = 'FROM node\nCMD ["node", \\\n  # why\n\n  "server.js"]\n';
    const { argument } = last(text);
    expect(argument.text).toBe('["node",   "server.js"]');
    const words = jsonStrings(argument);
    expect(words?.map((word) => word.text)).toEqual(['node', 'server.js']);
    const [start, end] = words?.[1]?.span ?? [0, 0];
    expect(text.slice(start, end)).toBe('"server.js"');
  });

  test('a comment behind the array makes it the shell form', () => {
    const { argument } = last('FROM node\nCMD ["node"] # hi');
    expect(argument.text).toBe('["node"] # hi');
    expect(jsonStrings(argument)).toBeUndefined();
  });

  test.each(["['node']", '["node",]', '["node" "x"]', '[1]', 'node'])('%s is no exec form', (text) => {
    expect(jsonStrings(last(`FROM node\nCMD ${text}`).argument)).toBeUndefined();
  });

  test('words with escapes keep their places', () => {
    const text = 'FROM node\nCMD ["a\\"b", "\\u0041x"]';
    const words = jsonStrings(last(text).argument) ?? [];
    expect(words.map((word) => word.text)).toEqual(['a"b', 'Ax']);
    const word = words[1];
    expect(word && text.slice(...placeOf(word, 1, 2))).toBe('x');
  });

  test('the body of a heredoc is no instruction', () => {
    const file = read('FROM node\nRUN <<EOF\nCMD npm start\nEOF\nCOPY <<-"X" /entry.sh\n#!/bin/sh\nexec "$@"\nX\nCMD ["node"]');
    expect(file.stages[0]?.instructions.map(({ keyword }) => keyword)).toEqual(['RUN', 'COPY', 'CMD']);
    const copy = file.stages[0]?.instructions[1];
    expect(copy?.argument.text).toBe('<<-"X" /entry.sh');
    expect(copy?.heredocs.map(({ body }) => body.text)).toEqual(['#!/bin/sh\nexec "$@"\n']);
  });

  test('two heredocs of one instruction', () => {
    const { heredocs } = last('FROM node\nCOPY <<one <<two /to/\n1\none\n2\ntwo\n');
    expect(heredocs.map(({ name, body }) => [name, body.text])).toEqual([
      ['one', '1\n'],
      ['two', '2\n'],
    ]);
  });

  test('the escape directive, and lines that end in CR LF', () => {
    expect(last('# escape=`\r\nFROM node\r\nCMD node `\r\n  C:\\x.js\r\n').argument.text).toBe('node   C:\\x.js');
  });

  test('flags', () => {
    const copy = last('FROM node\nCOPY --from=build --chown=node:node /a /b');
    expect(copy.flags).toEqual({ from: 'build', chown: 'node:node' });
    expect(copy.argument.text).toBe('/a /b');
    expect(last('FROM node\nCMD --inspect x.js').argument.text).toBe('--inspect x.js');
  });

  test('ONBUILD holds an instruction', () => {
    const { trigger } = last('FROM node\nONBUILD CMD ["npm", "start"]');
    expect([trigger?.keyword, trigger?.argument.text]).toEqual(['CMD', '["npm", "start"]']);
  });

  test('small letters and a byte order mark', () => {
    expect(read('\uFEFFfrom node\ncmd node x.js').stages[0]?.instructions[0]?.keyword).toBe('CMD');
  });
});

describe('what is no Dockerfile', () => {
  test.each([
    ['an empty file', ''],
    ['no FROM', 'CMD node x.js'],
    ['a program', `FROM node\n${'\0'.repeat(1000)}`],
    ['ten megabytes', `FROM node\n${'RUN echo\n'.repeat(1_200_000)}`],
  ])('%s', (_, text) => {
    expect(readDockerfile(text)).toBeUndefined();
  });

  test.each([
    ['a heredoc that never ends', `FROM node\nRUN <<EOF\n${'x\n'.repeat(45_000)}`],
    ['a line that never ends', `FROM node\nCMD ${'a \\\n'.repeat(20_000)}`],
    ['an array that never ends', `FROM node\nCMD [${'"a",'.repeat(20_000)}`],
    ['10,000 heredocs', `FROM node\nCOPY ${'<<A '.repeat(10_000)}/x\n`],
    ['nothing but instructions', `FROM node\n${'RUN a\n'.repeat(15_000)}`],
    ['nothing but stages', 'FROM a\n'.repeat(12_000)],
  ])('%s is read within a second', (_, text) => {
    const started = performance.now();
    expect(readDockerfile(text)?.stages.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
