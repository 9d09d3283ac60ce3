/** Everything about editors that is only imported late: see editors.svelte.ts. */
import { languages } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { conf } from 'monaco-editor/languages/definitions/typescript/typescript';
import LanguageWorker from '../language/language.worker.ts?worker';
import type { Highlighter } from '../highlight/highlighter.ts';
import type { Place, Problem, Span } from '../language/language-api.ts';
import { LanguageClient } from '../language/language-client.ts';
import { createEditor, type CellEditor, type EditorOptions } from './create-editor.ts';
import { editText } from './edit-text.ts';
import { LANGUAGE } from './language-id.ts';
import { markProblems, type Finder } from './markers.ts';
import { Models } from './models.ts';
import type { NotebookCell } from './notebook-cell.ts';
import { registerProviders } from './providers/register-providers.ts';
import { defineTheme, followColorScheme } from './theme.ts';
import { tokensProvider } from './tokens-provider.ts';

/** Monaco with the texts of all cells, and the worker that knows their variables. One for the page. */
export class Workbench {
  readonly #models = new Models();
  readonly #client: LanguageClient;

  /** @param cells gives the notebook's cells, in reading order */
  constructor(highlighter: Highlighter, cells: () => readonly NotebookCell[]) {
    self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
    languages.register({ id: LANGUAGE });
    languages.setLanguageConfiguration(LANGUAGE, conf);
    languages.setTokensProvider(LANGUAGE, tokensProvider(highlighter.core));
    defineTheme();
    followColorScheme();
    this.#client = new LanguageClient(new LanguageWorker(), () =>
      cells().map(({ slug, text }) => ({ slug, text })),
    );
    registerProviders(this.#client, this.#models, cells);
  }

  /** Opens an editor on a cell, with the selection of the last one. */
  open(cell: NotebookCell, options: EditorOptions): CellEditor {
    return createEditor(this.#models.of(cell), options);
  }

  /** Tidies up the text of a cell, unless it is being changed meanwhile. */
  async format(cell: NotebookCell): Promise<void> {
    const { text } = this.#models.of(cell);
    const version = text.getVersionId();
    const edits = await this.#client.ask('format', { slug: cell.slug });
    if (edits && !text.isDisposed() && text.getVersionId() === version) editText(text, edits);
  }

  /** Where a name in a cell is declared; null when that is in no cell. */
  define(place: Place): Promise<{ slug: string; span: Span } | null> {
    return this.#client.ask('define', place);
  }

  /** A cell's text was changed, perhaps elsewhere. */
  follow(cell: NotebookCell): void {
    this.#models.follow(cell);
  }

  /** True when the cell has been edited here, so that there is a place to go back to. */
  wasOpen(cell: NotebookCell): boolean {
    return (this.#models.known(cell)?.view ?? null) !== null;
  }

  /**
   * Opens an editor where nobody sees it: the first one takes three times as long as those after it,
   * and should not do so when somebody wants to type.
   */
  rehearse(): void {
    const parent = document.createElement('div');
    const nothing = () => undefined;
    const rehearsal = { slug: '', textName: '', text: 'await cg.read()', setText: nothing };
    this.open(rehearsal, {
      parent,
      label: '',
      onKey: () => false,
      onScroll: nothing,
      onDefine: nothing,
    }).close();
    this.forget(rehearsal.slug);
  }

  forget(slug: string): void {
    this.#models.forget(slug);
  }

  /** What the types say about a cell; null when the worker could not tell. */
  diagnose(slug: string): Promise<Problem[] | null> {
    return this.#client.ask('diagnose', { slug });
  }

  /** Underlines problems where the cell has a text of its own here. */
  mark(cell: NotebookCell, finder: Finder, problems: readonly Problem[]): void {
    const model = this.#models.known(cell);
    if (model) markProblems(model.text, finder, problems);
  }
}
