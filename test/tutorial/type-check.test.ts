import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { cellTexts } from '../../core/script/cell-texts.ts';
import { makeScript } from '../../core/script/make-script.ts';
import { readTutorial } from './read-tutorial.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = `${ROOT}tutorial-as-one-module.ts`;

/** What was compiled before; the second time only the text itself has to be looked at again. */
let program: ts.Program | undefined;

/** What the compiler has to say about a strict module that consists of this text. */
function complaints(text: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    types: ['node'],
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    paths: { walrus: [`${ROOT}walrus/index.ts`] },
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => (name === PROGRAM ? text : readFile(name));
  host.fileExists = (name) => name === PROGRAM || fileExists(name);
  host.getSourceFile = (name, languageVersion) =>
    name === PROGRAM
      ? ts.createSourceFile(name, text, languageVersion)
      : getSourceFile(name, languageVersion);
  program = ts.createProgram([PROGRAM], options, host, program);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const lessons = readTutorial();
const all = lessons.flatMap(cellsOf);
const source = all.map(({ code }) => code.walrus).join('\n');

describe('the cells in a row', () => {
  it('are one strict TypeScript module, in which no name is declared twice', () => {
    expect(complaints(source)).toEqual([]);
  });

  it('are one for the bare client too', () => {
    expect(complaints(all.map(({ code }) => code['node-redis']).join('\n'))).toEqual([]);
  });

  it('would be refused if a cell used what is not there', () => {
    expect(complaints(`${source}\nawait stream.xadd({});`)).toEqual([
      expect.stringContaining("Property 'xadd' does not exist"),
    ]);
  });
});

it.each(DIALECTS)('the longest section as a script in %s is a strict TypeScript module too', (dialect) => {
  const cells = cellTexts(all, dialect);
  const sections = lessons.filter((lesson) => cellsOf(lesson).length > 0);
  const scripts = sections.map((section) => {
    const slugs = cellsOf(section).map(({ slug }) => slug);
    return makeScript(cells, section.slug, slugs).text;
  });
  const longest = scripts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  expect(complaints(longest)).toEqual([]);
});
