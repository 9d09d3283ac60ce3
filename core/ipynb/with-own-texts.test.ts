import { expect, it } from 'vitest';
import { cellsOf } from '../lesson/cells-of.ts';
import { parseTutorial } from '../lesson/parse-tutorial.ts';
import { cellTexts } from '../script/cell-texts.ts';
import { makeNotebook } from './make-notebook.ts';
import { readNotebook } from './read-notebook.ts';
import { withOwnTexts } from './with-own-texts.ts';

const fence = (info: string, text: string) => `\`\`\`ts ${info}\n${text}\n\`\`\`\n\n`;
const lessons = parseTutorial([
  {
    name: '01-first.md',
    text: `---\ntitle: First\n---\n${fence('cell=wait title="W" blocking', 'const a = 1;\na;')}${fence(
      'cell=wake title="W" wakes=wait',
      '2;',
    )}${fence('cell=last title="L"', '3;')}`,
  },
]);
const notebook = makeNotebook({
  course: { title: 'T', lessons },
  dialect: 'walrus',
  recorded: [],
  library: '',
});
const cells = cellTexts(lessons.flatMap(cellsOf), 'walrus');
const scratch = (slug: string, text: string) => ({
  ...{ slug, title: slug, text, isOriginal: false },
  ...{ blocking: false, needs: [], wakes: null },
});

it('is the same where nothing was changed', () => {
  expect(withOwnTexts(notebook, cells)).toEqual(notebook);
});

it('has own texts in their places, and own cells where they stand', () => {
  const [wait, wake, last] = cells.map((cell) => ({ ...cell }));
  if (!wait || !wake || !last) throw new Error('There are three.');
  const own = { ...last, text: "import 'redis';", isOriginal: false };
  const made = withOwnTexts(notebook, [
    scratch('scratch-0', '0;'),
    wait,
    wake,
    scratch('scratch-1', 'a;'),
    scratch('scratch-2', 'for ('),
    own,
  ]);
  const sources = made.cells.flatMap((cell) =>
    cell.cell_type === 'code' && cell.metadata.streambook.kind !== 'library'
      ? [cell.source.join('').split('\n').at(-1)]
      : [],
  );
  expect(sources).toEqual([
    '0;',
    'await new Promise((resolve) => setTimeout(resolve, 1000));',
    '2;',
    'await wait;',
    'a;',
    'for (',
    "import 'npm:redis@6';",
  ]);
  expect(readNotebook(JSON.stringify(made)).texts).toEqual([
    '0;',
    'const a = 1;\na;',
    '2;',
    'a;',
    'for (',
    "import 'redis';",
  ]);
  expect(new Set(made.cells.map(({ id }) => id)).size).toBe(made.cells.length);
});
