import type { CellText } from '../script/script-cell.ts';
import { hashSource } from '../session/hash-source.ts';
import { CellIds } from './cell-ids.ts';
import { codeForDeno, type DenoCode } from './code-for-deno.ts';
import { linesOf, type Notebook, type NotebookCell } from './notebook.ts';

type CodeCell = Extract<NotebookCell, { cell_type: 'code' }>;

/**
 * The notebook of a course as somebody has it on the page: with their own texts, which nothing was
 * recorded of, and with their own cells behind those that they stand below.
 * @param cells all that are on the page, in their order
 */
export function withOwnTexts(notebook: Notebook, cells: readonly CellText[]): Notebook {
  const codes = codeForDeno(cells);
  const bySlug = new Map(cells.map((cell) => [cell.slug, cell]));
  const ids = new CellIds(notebook.cells.map(({ id }) => id));
  const inCourse = new Set(notebook.cells.flatMap((cell) => slugOf(cell) ?? []));
  const behind = new Map<string | undefined, CellText[]>();
  let last: string | undefined;
  for (const cell of cells) {
    if (inCourse.has(cell.slug)) last = cell.slug;
    else behind.set(last, [...(behind.get(last) ?? []), cell]);
  }
  const ownBehind = (slug: string | undefined) =>
    (behind.get(slug) ?? []).map((cell) => codeCell(ids.fresh('own'), cell, codes.get(cell.slug)));

  const first = notebook.cells.findIndex((cell) => slugOf(cell) !== null);
  const made = notebook.cells.flatMap((cell, index): NotebookCell[] => {
    const slug = slugOf(cell);
    if (slug === null || cell.cell_type !== 'code') return [cell];
    const before = index === first ? ownBehind(undefined) : [];
    const now = bySlug.get(slug);
    const isSame = cell.metadata.streambook.kind === 'arrived' || !now || now.isOriginal;
    const own = isSame ? cell : codeCell(cell.id, now, codes.get(slug));
    // What has arrived is shown before what stands below.
    const next = notebook.cells[index + 1];
    const isLast = !(next?.cell_type === 'code' && next.metadata.streambook.kind === 'arrived');
    const ending =
      cell.metadata.streambook.kind === 'arrived' ? wakerBefore(notebook, index) : slug;
    return [...before, own, ...(isLast ? ownBehind(ending) : [])];
  });
  return { ...notebook, cells: made };
}

function codeCell(id: string, { slug, text }: CellText, code: DenoCode | undefined): CodeCell {
  const source = code?.text ?? text;
  const changed = source === text ? {} : { text, made: hashSource(source) };
  return {
    cell_type: 'code',
    id,
    metadata: { streambook: { kind: 'cell', cell: slug, ...changed } },
    execution_count: null,
    source: linesOf(source),
    outputs: [],
  };
}

/** The slug of a cell of code that is the course's, or that belongs to one. */
function slugOf(cell: NotebookCell): string | null {
  return cell.cell_type === 'code' ? (cell.metadata.streambook.cell ?? null) : null;
}

/** The cell behind which this one shows what has arrived. */
function wakerBefore({ cells }: Notebook, index: number): string | undefined {
  const before = cells.slice(0, index).findLast((cell) => {
    return cell.cell_type === 'code' && cell.metadata.streambook.kind === 'cell';
  });
  return (before && slugOf(before)) ?? undefined;
}
