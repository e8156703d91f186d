/** TypeScript as Node runs it: by itself where it can, else compiled beside the sources. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const { ModuleKind, ScriptTarget } = ts;

/** The folder and file to start. Decorators are nothing that Node runs by itself, and 20 runs no TypeScript at all. */
export function compile(folder, { file, stripsTypes }) {
  if (!file.endsWith('.ts')) return { folder, file };
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts') && !/node_modules|dist/u.test(name));
  const texts = names.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  if (stripsTypes && !texts.some((text) => /^\s*@\w+\(/mu.test(text))) return { folder, file };
  const built = path.join(folder, 'dist');
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built);
  cpSync(path.join(folder, 'package.json'), path.join(built, 'package.json'));
  const { type } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  names.forEach((name, index) => {
    const target = path.join(built, name.replace(/\.ts$/u, '.js'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, scriptOf(texts[index], type === 'module' ? ModuleKind.ESNext : ModuleKind.CommonJS));
  });
  return { folder: built, file: file.replace(/\.ts$/u, '.js') };
}

function scriptOf(text, module) {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module,
      target: ScriptTarget.ES2022,
      esModuleInterop: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText;
}
