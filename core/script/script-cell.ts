import type { CellPart } from './split-cell.ts';
import { importBindings, type ImportBinding } from './import-binding.ts';
import { ScriptError } from './script-error.ts';
import { namesInCell, type CellNames } from './syntax/names-in-cell.ts';
import type { Node } from './syntax/node.ts';
import { parseCell } from './syntax/parse-cell.ts';

/** A cell as it stands in the notebook. */
export interface CellText {
  slug: string;
  title: string;
  text: string;
  /** True when it waits until another cell wakes it. */
  blocking: boolean;
  /** Slugs of cells above that put into Redis what it works with, beside those whose variables it uses. */
  needs: readonly string[];
  /** The slug of the blocking cell above that it wakes; null when it wakes none. */
  wakes: string | null;
  /** True for the text that its author wrote: of another one, nobody knows what it needs. */
  isOriginal: boolean;
}

/** A cell, or a part of one, that was read. */
export interface ScriptCell extends CellPart {
  statements: Node[];
  names: CellNames;
  imports: ImportBinding[];
}

/**
 * Reads a cell.
 * @throws ScriptError that names the cell, when its text is no TypeScript
 */
export function readCell(cell: CellPart): ScriptCell {
  try {
    const { text, statements } = parseCell(cell.text);
    const names = namesInCell(statements);
    return { ...cell, text, statements, names, imports: importBindings(statements) };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    throw new ScriptError(
      `“${cell.title}” cannot be read as TypeScript: ${error.message}. Mend it, then copy again.`,
      { cause: error },
    );
  }
}
