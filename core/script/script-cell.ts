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
}

/** A cell that was read. */
export interface ScriptCell {
  title: string;
  text: string;
  statements: Node[];
  names: CellNames;
  imports: ImportBinding[];
}

/**
 * Reads a cell.
 * @throws ScriptError that names the cell, when its text is no TypeScript
 */
export function readCell({ title, text }: CellText): ScriptCell {
  try {
    const parsed = parseCell(text);
    const { statements } = parsed;
    const names = namesInCell(statements);
    return { title, text: parsed.text, statements, names, imports: importBindings(statements) };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    throw new ScriptError(
      `“${title}” cannot be read as TypeScript: ${error.message}. Mend it, then copy again.`,
      { cause: error },
    );
  }
}
