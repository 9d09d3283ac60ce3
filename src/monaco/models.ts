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

/** The texts of cells that have been edited or changed once, by slug. */
export class Models {
  readonly #models = new Map<string, CellModel>();

  /** The model of a cell, made when there is none. */
  of(cell: NotebookCell): CellModel {
    const known = this.#models.get(cell.slug);
    if (known) return known;
    const text = editor.createModel(cell.text, LANGUAGE, cellUri(cell.slug));
    text.updateOptions({ tabSize: 2, insertSpaces: true });
    text.onDidChangeContent(() => cell.setText(text.getValue()));
    const model: CellModel = { text, view: null };
    this.#models.set(cell.slug, model);
    return model;
  }

  /** The model of a cell, if it has one. */
  known(slug: string): CellModel | null {
    return this.#models.get(slug) ?? null;
  }

  /** Follows a text that was changed elsewhere; the learner can undo that with the editor's own keys. */
  follow({ slug, text: now }: NotebookCell): void {
    const text = this.#models.get(slug)?.text;
    if (!text || text.getValue() === now) return;
    editText(text, [smallestEdit(text.getValue(), now)]);
  }

  /** The cell is gone. */
  forget(slug: string): void {
    this.#models.get(slug)?.text.dispose();
    this.#models.delete(slug);
  }
}
