import { describe, expect, it } from 'vitest';
import { cellsOf } from '../lesson/cells-of.ts';
import { parseTutorial } from '../lesson/parse-tutorial.ts';
import type { RecordedCell } from '../record/recording.ts';
import { hashSource } from '../session/hash-source.ts';
import { makeNotebook } from './make-notebook.ts';
import type { NotebookCell } from './notebook.ts';
import { NotebookError } from './notebook-error.ts';
import { readNotebook } from './read-notebook.ts';

const CONNECT = "import { Database } from 'walrus';\nconst db = await Database.connect();\ndb;";
const WAIT = "const got = await db.stream('a').read({ lastId: '$', block: 0 });\ngot;";
const lessons = parseTutorial([
  {
    name: '01-first.md',
    text: `---
title: First
---

Some *prose*.

## A part

\`\`\`ts cell=connect title="Connect"
${CONNECT}
\`\`\`

\`\`\`then-and-now
2018: \`1\`
Today: \`2\`

One

more.
\`\`\`

\`\`\`ts cell=wait title="Wait" blocking
${WAIT}
\`\`\`

\`\`\`ts cell=wake title="Wake" wakes=wait
await db.stream('a').add({ b: 'c' });
\`\`\`

\`\`\`sh
redis-cli
\`\`\`

\`\`\`ts cell=task title="Task"
1;
\`\`\`

\`\`\`ts cell=task solution
import { Stream } from 'walrus';
new Stream(db, '\`a\`');
\`\`\`

\`\`\`ts cell=task check
return;
\`\`\`
`,
  },
]);

const shown = (cell: string, text: string, outputs: RecordedCell['outputs']): RecordedCell => ({
  ...{ cell, sourceHash: hashSource(text), status: 'ok', outputs },
  ...{ commands: [], commandsOmitted: 0, changes: [], at: 0, delta: [] },
});
const recorded = [
  shown('connect', CONNECT, [{ kind: 'value', text: 'Database {\n}', values: [] }]),
  shown('wait', WAIT, [{ kind: 'value', text: '[]', values: [] }]),
  shown('wake', 'another text', [{ kind: 'text', stream: 'stdout', text: 'no\n', values: [] }]),
];

const notebook = makeNotebook({
  course: { title: 'A course', lessons },
  dialect: 'walrus',
  recorded,
  library: 'export const a = `${1}\\n`;',
});

const texts = (kind: NotebookCell['cell_type']) =>
  notebook.cells.flatMap((cell) => (cell.cell_type === kind ? [cell.source.join('')] : []));

describe('makeNotebook', () => {
  it('keeps prose, listings, notes and solutions as Markdown below the titles of lessons', () => {
    expect(texts('markdown').slice(1)).toEqual([
      '## First',
      'Some *prose*.\n\n### A part',
      '> **2018:** `1`\n>\n> **Today:** `2`\n>\n> One\n>\n> more.',
      '```sh\nredis-cli\n```',
      "<details>\n<summary>Show the solution</summary>\n\n```typescript\nimport { Stream } from './walrus.js';\nnew Stream(db, '`a`');\n```\n\n</details>",
    ]);
    expect(texts('markdown')[0]).toContain('# A course\n');
  });

  it('writes the library, names modules as Deno does, and lets a cell wait while others run', () => {
    const [library, connect, wait, wake, arrived] = texts('code');
    expect(library).toContain(
      "await Deno.writeTextFile('walrus.js', `export const a = \\`\\${1}\\\\n\\`;`);",
    );
    expect(connect).toBe(
      "import { Database } from './walrus.js';\nconst db = await Database.connect(process.env.REDIS_URL);\ndb;",
    );
    expect(wait).toContain(
      "const wait1 = (async () => {\n  const got = await db.stream('a').read({ lastId: '$', block: 0 });\n  return got;\n})();".replace(
        'wait1',
        'wait',
      ),
    );
    expect(wake).toBe("await db.stream('a').add({ b: 'c' });");
    expect(arrived).toBe('await wait;');
  });

  it('has the outputs that were recorded of these very texts, where they are shown', () => {
    const code = notebook.cells.flatMap((cell) => (cell.cell_type === 'code' ? [cell] : []));
    expect(code.map(({ execution_count, outputs }) => [execution_count, outputs.length])).toEqual([
      [null, 0],
      [1, 1],
      [2, 0],
      [null, 0],
      [4, 1],
      [null, 0],
    ]);
    expect(code[1]?.outputs).toEqual([
      {
        output_type: 'execute_result',
        execution_count: 1,
        data: { 'text/plain': ['Database {\n', '}'] },
        metadata: {},
      },
    ]);
  });
});

describe('readNotebook', () => {
  it('gives back the texts of a notebook of ours', () => {
    const own = lessons.flatMap(cellsOf).map(({ code }) => code.walrus);
    expect(readNotebook(JSON.stringify(notebook))).toEqual({ texts: own, leftOut: 8 });
  });

  it('takes the text of a cell that was edited in Jupyter, with our names for modules', () => {
    const edited = JSON.stringify(notebook)
      .replace('\\ndb;', '\\ndb.stream;')
      .replace('"db;"', '"db; // mine"');
    expect(readNotebook(edited).texts[0]).toBe(`${CONNECT} // mine`);
  });

  const foreign = (more: object) =>
    JSON.stringify({ nbformat: 4, nbformat_minor: 2, metadata: {}, cells: [], ...more });
  const cell = (source: string | string[]) => ({
    cell_type: 'code',
    metadata: { tags: [] },
    source,
  });

  it('reads notebooks of others, without what is empty', () => {
    const source = ['import { createClient } from "npm:redis@5.1";\n', '1;'];
    const text = foreign({ cells: [cell(source), cell(' '), { cell_type: 'raw', source: 'x' }] });
    expect(readNotebook(text)).toEqual({
      texts: ['import { createClient } from "redis";\n1;'],
      leftOut: 2,
    });
  });

  it.each([
    ['{"nbformat": 4', 'it is not JSON'],
    ['[]', 'does not say which “nbformat”'],
    [foreign({ nbformat: 3 }), 'has the format 3'],
    [foreign({ metadata: { kernelspec: { name: 'python3', language: 'Python' } } }), 'in python.'],
    [foreign({ cells: [{ cell_type: 'code' }] }), 'cells.0.source is not as Jupyter writes it'],
    [foreign({}), 'has no cell of code'],
    [foreign({ cells: Array.from({ length: 201 }, () => cell('1')) }), 'has 201 cells of code'],
    [
      foreign({ cells: [cell('1'), cell('x'.repeat(300_000))] }),
      'Cell 2 of this notebook is longer',
    ],
    [' '.repeat(9 * 1024 * 1024), 'larger than 8 MB'],
  ])('refuses %.40s', (text, message) => {
    expect(() => readNotebook(text)).toThrow(NotebookError);
    expect(() => readNotebook(text)).toThrow(message);
  });
});
