import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../core/lesson/cells-of.ts';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { checkIn } from '../../core/lesson/exercise.ts';
import type { Cell, Dialect } from '../../core/lesson/lesson.ts';
import { cellTexts } from '../../core/script/cell-texts.ts';
import { makeScript } from '../../core/script/make-script.ts';
import { readTutorial } from './read-tutorial.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = `${ROOT}tutorial-as-one-module.ts`;

/** What was read before: each time, only the text itself has to be read again. */
let program: ts.Program | undefined;
const read = new Map<string, ts.SourceFile | undefined>();

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
  host.getSourceFile = (name, languageVersion) => {
    if (name === PROGRAM) return ts.createSourceFile(name, text, languageVersion);
    if (!read.has(name)) read.set(name, getSourceFile(name, languageVersion));
    return read.get(name);
  };
  program = ts.createProgram([PROGRAM], options, host, program);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(PROGRAM))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const lessons = readTutorial();
const all = lessons.flatMap(cellsOf);

/** All cells in a row as one module, and behind each exercise its solution with the check of it. */
function asModule(cells: readonly Cell[], dialect: Dialect): string {
  return cells
    .flatMap(({ code, exercise }) => {
      const text = code[dialect] ?? '';
      if (!exercise) return [text];
      const redis = "const redis = (await import('redis')).createClient();";
      const check = `void (async (): Promise<string | void> => {\n${redis}\n${checkIn(exercise, dialect)}\n});`;
      // Its names are those of the cell, and no cell below sees them.
      return [text, `{\n${exercise.solution[dialect]}\n${check}\n}`];
    })
    .join('\n');
}

describe('the cells in a row, each exercise with its solution and its check', () => {
  it.each(DIALECTS)('are one strict TypeScript module in %s', (dialect) => {
    expect(complaints(asModule(all, dialect))).toEqual([]);
  });

  it('would be refused if a cell, a solution or a check used what is not there', () => {
    const [first, ...others] = all.filter(({ exercise }) => exercise !== null);
    if (!first?.exercise || others.length === 0) throw new Error('There are exercises.');
    const solution = { ...first.exercise.solution, walrus: 'db.streams;' };
    const check = { walrus: 'return redis.xget();', 'node-redis': null };
    const wrong = all.map((cell) =>
      cell === first ? { ...cell, exercise: { solution, check } } : cell,
    );
    expect(complaints(`${asModule(wrong, 'walrus')}\nawait stream.xadd({});`)).toEqual([
      expect.stringContaining("Property 'streams' does not exist"),
      expect.stringContaining("Property 'xget' does not exist"),
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
