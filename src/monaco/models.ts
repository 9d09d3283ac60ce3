import { editor } from 'monaco-editor/editor';
import { cellUri } from './cell-uri.ts';
import { editText } from './edit-text.ts';
import { LANGUAGE } from './language-id.ts';
import type { NotebookCell } from './notebook-cell.ts';
import { smallestEdit } from './smallest-edit.ts';

/** A cell's text with its history of changes; outlives the editors that show it. */
export interface CellModel {
  readonly text: editor.ITextModel;
  /** Selection and scroll of the last editor; null when there was none. */
  view: editor.ICodeEditorViewState | null;
}

/** What tells one text of a cell from all others. */
type TextPlace = Pick<NotebookCell, 'slug' | 'textName'>;

/** The texts of cells that have been edited or changed once. */
export class Models {
  readonly #models = new Map<string, CellModel>();

  /** The model of the text that a cell shows, made when there is none. */
  of(cell: NotebookCell): CellModel {
    const known = this.known(cell);
    if (known) return known;
    const { slug, textName } = cell;
    const text = editor.createModel(cell.text, LANGUAGE, cellUri(cell));
    text.updateOptions({ tabSize: 2, insertSpaces: true });
    text.onDidChangeContent(() => {
      // A text that the cell does not show is none of its business now.
      if (cell.textName === textName) cell.setText(text.getValue());
    });
    const model: CellModel = { text, view: null };
    this.#models.set(keyOf({ slug, textName }), model);
    return model;
  }

  /** The model of the text that a cell shows, if it has one. */
  known(place: TextPlace): CellModel | null {
    return this.#models.get(keyOf(place)) ?? null;
  }

  /** Follows a text that was changed elsewhere; the learner can undo that with the editor's own keys. */
  follow(cell: NotebookCell): void {
    const { text: now } = cell;
    const text = this.known(cell)?.text;
    if (!text || text.getValue() === now) return;
    editText(text, [smallestEdit(text.getValue(), now)]);
  }

  /** The cell is gone, with all its texts. */
  forget(slug: string): void {
    for (const [key, { text }] of this.#models) {
      if (!key.endsWith(`/${slug}`)) continue;
      text.dispose();
      this.#models.delete(key);
    }
  }
}

function keyOf({ slug, textName }: TextPlace): string {
  return `${textName}/${slug}`;
}
