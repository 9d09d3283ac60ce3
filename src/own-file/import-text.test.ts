import { expect, it } from 'vitest';
import type { ImportPlan } from '../storage/plan-import.ts';
import { importText } from './import-text.ts';

const nothing: ImportPlan = { edits: [], scratch: [], conflicts: [], several: [], same: 0 };
const edit = {
  dialect: 'walrus' as const,
  cell: 'add',
  edit: { text: '', original: '', title: '', lesson: '', others: [], discarded: [], writes: [] },
};
const scratch = {
  slug: 'scratch-1',
  title: '',
  text: '',
  others: [],
  discarded: [],
  writes: [],
  place: { lesson: '', anchor: '', side: 'below' as const, rank: 0 },
};

it('says what comes, what stays and what is here already', () => {
  expect(importText(nothing)).toEqual(['It holds no text of a cell.']);
  expect(
    importText({
      edits: [edit, edit],
      scratch: [scratch, scratch, scratch, scratch],
      conflicts: ['Add an entry'],
      several: ['Read', 'Read'],
      same: 3,
    }),
  ).toEqual([
    'It brings 2 edited cells and 1 scratch cell.',
    '1 cell has another text here: “Add an entry”. Yours stays, and the one from the file comes below it as a scratch cell.',
    'In the file, two tabs had not agreed about “Read”: each further text comes below its cell as a scratch cell.',
    '3 texts are here already.',
  ]);
});
