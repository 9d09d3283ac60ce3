import { hashSource } from '../../core/session/hash-source.ts';
import { rescuedCell } from '../notebook/rescued-cell.ts';
import { loadEdit, type Edit, type EditedText } from './edits.ts';
import type { SafeStorage } from './safe-storage.ts';
import { loadScratchCell, loadScratchCells, type KeptScratch } from './scratch-cells.ts';
import type { WorkFile } from './work-file.ts';

/** What loading a file would do. Nothing that is here is replaced. */
export interface ImportPlan {
  edits: (EditedText & { edit: Edit })[];
  scratch: KeptScratch[];
  /** Titles of cells that have another text here: that stays, and the file's comes beside it. */
  conflicts: string[];
  /** Titles of cells that have several texts in the file, of tabs that had not agreed: the others come beside. */
  several: string[];
  /** Texts that are here already. */
  same: number;
}

/** Tells whether the lessons have a cell of that slug. */
export type KnownCells = Pick<ReadonlySet<string>, 'has'>;

/** @param cells the cells that the lessons have now */
export function planImport(storage: SafeStorage, work: WorkFile, cells: KnownCells): ImportPlan {
  const plan: ImportPlan = { edits: [], scratch: [], conflicts: [], several: [], same: 0 };
  for (const kept of work.scratch) planScratch(storage, plan, kept);
  // After them, because what they put beside a cell stands directly below it.
  for (const { cell, dialect, ...edit } of work.edits) {
    planEdit(storage, plan, { cell, dialect }, { ...edit, writes: [] }, cells);
  }
  return plan;
}

function planEdit(
  storage: SafeStorage,
  plan: ImportPlan,
  of: EditedText,
  edit: Edit,
  cells: KnownCells,
): void {
  const { cell } = of;
  if (!cells.has(cell)) return planScratch(storage, plan, rescuedCell(cell, edit));
  const here = loadEdit(storage, of);
  const place = { lesson: edit.lesson, anchor: cell, side: 'below' as const, rank: 0 };
  const rival = { title: edit.title, of: cell, place };
  if (here?.text == null) {
    // What was given up here can still be brought back.
    const discarded = [...new Set([...(here?.discarded ?? []), ...edit.discarded])];
    const isNews = edit.text !== null || discarded.length > (here?.discarded ?? []).length;
    if (isNews)
      plan.edits.push({ ...of, edit: { ...edit, others: here?.others ?? [], discarded } });
  } else if (here.text === edit.text || edit.text === null) {
    plan.same++;
  } else {
    planBeside(storage, plan, 'conflicts', { ...rival, text: edit.text });
  }
  planOthers(storage, plan, { ...edit, here }, rival);
}

function planScratch(storage: SafeStorage, plan: ImportPlan, kept: KeptScratch): void {
  const here = loadScratchCell(storage, kept.slug);
  const { title, text, slug: of } = kept;
  const rival = { title, of, place: here?.place ?? kept.place };
  if (here === null) plan.scratch.push({ ...kept, others: [] });
  else if (here.text === text) plan.same++;
  else planBeside(storage, plan, 'conflicts', { ...rival, text });
  planOthers(storage, plan, { ...kept, here }, rival);
}

/** The texts of other tabs that the file still had: here, no tab shows them. */
function planOthers(
  storage: SafeStorage,
  plan: ImportPlan,
  { text, others, here }: Pick<Edit, 'text' | 'others'> & { here: Edit | KeptScratch | null },
  rival: Omit<Rival, 'text'>,
): void {
  const there = [text, here?.text, ...(here?.others ?? []).map((other) => other.text)];
  for (const other of new Set(others.map((one) => one.text))) {
    if (!there.includes(other)) planBeside(storage, plan, 'several', { ...rival, text: other });
  }
}

interface Rival {
  title: string;
  text: string;
  /** Slug of the cell that has another text here. */
  of: string;
  place: KeptScratch['place'];
}

/**
 * A text of the file becomes a scratch cell of its own; it is one cell when the file is loaded twice.
 * @param why where the title of the cell that it is of is noted
 */
function planBeside(
  storage: SafeStorage,
  plan: ImportPlan,
  why: 'conflicts' | 'several',
  { title, text, of, place }: Rival,
): void {
  const there = loadScratchCells(storage);
  let slug = `scratch-${hashSource(of)}${hashSource(text)}`;
  const taken = () => there.find((cell) => cell.slug === slug);
  while (taken() && taken()?.text !== text) slug += 'b';
  if (taken()) {
    plan.same++;
    return;
  }
  const ranks = [...there, ...plan.scratch]
    .filter(({ place: { anchor, side } }) => anchor === place.anchor && side === place.side)
    .map(({ place: { rank } }) => rank);
  plan[why].push(title);
  plan.scratch.push({
    slug,
    title: `“${title}” from the file`.slice(0, 200),
    text,
    others: [],
    discarded: [],
    writes: [],
    place: { ...place, rank: Math.min(1, ...ranks) - 1 },
  });
}
