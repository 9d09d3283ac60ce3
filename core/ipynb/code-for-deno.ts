import { cellBody } from '../script/cell-body.ts';
import { connectionEdits } from '../script/connections.ts';
import { importsIn } from '../script/import-binding.ts';
import { neededCells } from '../script/needed-cells.ts';
import { readCell, type CellText, type ScriptCell } from '../script/script-cell.ts';
import { camelCase } from '../script/script-code.ts';
import { ScriptError } from '../script/script-error.ts';
import { allBelow, nodeIn, textIn } from '../script/syntax/node.ts';
import { applyEdits, type TextEdit } from '../script/text-edit.ts';
import { freshName, namesIn } from '../script/unique-names.ts';
import { givenNames, waitingCell } from '../script/waiting-cell.ts';
import { DENO_NAMES } from './deno-names.ts';

/** A cell as it is run by Deno's kernel for Jupyter. */
export interface DenoCode {
  text: string;
  /** For a cell that waits, what shows in another cell what has arrived; else null. */
  arrived: string | null;
}

const WAITS =
  'Jupyter runs one cell at a time, so this one only begins to wait: what arrives is shown below.';

/**
 * The cells of a notebook as they are run by Deno's kernel for Jupyter, by their slugs: with its names for
 * modules, and connected by REDIS_URL. A cell that cannot be read stays as it is.
 * @param cells all of them, in reading order
 */
export function codeForDeno(cells: readonly CellText[]): Map<string, DenoCode> {
  const read = cells.map(readOrNull);
  const needed = neededCells(read, [...cells.keys()]);
  const taken = namesIn(needed.cells);
  return new Map(
    cells.map(({ slug, text }, index): [string, DenoCode] => {
      const cell = read[index] ?? null;
      if (cell === null) return [slug, { text, arrived: null }];
      const edits = [...moduleEdits(cell), ...connectionEdits(cell)];
      if (!cell.blocking) return [slug, { text: applyEdits(cell.text, edits), arrived: null }];
      const wish = camelCase(slug);
      const variable = taken.has(wish) ? freshName(wish, taken) : wish;
      taken.add(variable);
      const { begin, end } = waitingCell({
        comment: WAITS,
        body: cellBody(cell, 'return', needed.givers, new Map()),
        variable,
        gives: givenNames(cell, needed),
      });
      return [slug, { text: [...importLines(cell), begin].join('\n'), arrived: end }];
    }),
  );
}

function readOrNull(cell: CellText): ScriptCell | null {
  try {
    return readCell({ ...cell, isPrelude: false });
  } catch (error) {
    if (error instanceof ScriptError) return null;
    throw error;
  }
}

/** Modules under the names that Deno knows them by. */
function moduleEdits({ statements }: ScriptCell): TextEdit[] {
  return allBelow(statements).flatMap((node) => {
    if (node.type !== 'ImportDeclaration' && node.type !== 'ImportExpression') return [];
    const source = nodeIn(node, 'source');
    const name = DENO_NAMES.get(textIn(source, 'value') ?? '');
    return source && name ? [{ start: source.start, end: source.end, text: `'${name}'` }] : [];
  });
}

/** The imports of a cell, which cannot stand where it waits. */
function importLines(cell: ScriptCell): string[] {
  return importsIn(cell.statements).map(({ start, end }) => {
    const edits = moduleEdits(cell).filter((edit) => edit.start >= start && edit.end <= end);
    const own = edits.map((edit) => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start,
    }));
    return applyEdits(cell.text.slice(start, end), own);
  });
}
