import { tick } from 'svelte';
import { focusCell } from '../cell/focus-cell.ts';
import type { Hints } from '../hint/hints.svelte.ts';
import { focusLens } from '../lens/focus-lens.ts';
import type { ScratchSide } from '../notebook/scratch-spot.ts';
import { isActive } from '../notebook/cell-status.ts';
import type { Panels } from '../panels/panels.svelte.ts';
import { focusSearch } from '../search/focus-search.ts';
import type { Notebook } from '../state/notebook.svelte.ts';
import type { KeyCommand } from './key-map.ts';
import { KeyReader, type Pressed } from './key-reader.ts';

/** What a cell on the page can be asked to do. */
export interface CellHandle {
  /** Lets the learner type. */
  edit(): void;
  /** Ends typing: the cell is selected. */
  leave(): void;
  /** Tidies up the text, where there is an editor that can. */
  format(): void;
}

/** Reads the keys that are pressed in cells, and does what they ask for. */
export class NotebookKeys {
  readonly #notebook: Notebook;
  readonly #panels: Panels;
  readonly #hints: Hints;
  readonly #reader = new KeyReader();
  readonly #cells = new Map<string, CellHandle>();

  constructor(notebook: Notebook, panels: Panels, hints: Hints) {
    this.#notebook = notebook;
    this.#panels = panels;
    this.#hints = hints;
  }

  /** A cell has appeared; gives what is to be called when it vanishes. */
  attach(slug: string, cell: CellHandle): () => void {
    this.#cells.set(slug, cell);
    return () => {
      if (this.#cells.get(slug) === cell) this.#cells.delete(slug);
    };
  }

  /**
   * A key was pressed in a cell.
   * @param isText true while its text is edited, false while the cell is selected
   * @returns true when the key is ours and nobody else may have it
   */
  take(event: Pressed, slug: string, isText: boolean): boolean {
    const meaning = this.#reader.read(event, isText);
    if (meaning !== null && meaning !== 'wait') this.#do(meaning, slug);
    return meaning !== null;
  }

  #do(command: KeyCommand, slug: string): void {
    const { cells } = this.#notebook;
    switch (command) {
      case 'run':
        return this.#notebook.run(slug);
      case 'run-and-next':
        this.#notebook.run(slug);
        return select(this.#notebook.next(slug)?.slug);
      case 'run-and-add':
        this.#notebook.run(slug);
        void this.#add(slug, 'below').then((added) => this.#cells.get(added)?.edit());
        return undefined;
      case 'stop':
        if (isActive(this.#notebook.cell(slug).status)) this.#notebook.stop(slug);
        else this.#notebook.stopAll();
        return undefined;
      case 'next':
        return select(this.#notebook.next(slug)?.slug);
      case 'previous':
        return select(this.#before(slug));
      case 'first':
        return select(cells[0]?.slug);
      case 'last':
        return select(cells.at(-1)?.slug);
      case 'edit':
        return this.#cells.get(slug)?.edit();
      case 'leave':
        return this.#cells.get(slug)?.leave();
      case 'format':
        return this.#cells.get(slug)?.format();
      case 'lens':
        return this.#openLens(slug);
      case 'add-above':
        void this.#add(slug, 'above');
        return undefined;
      case 'add-below':
        void this.#add(slug, 'below');
        return undefined;
      case 'delete':
        return this.#delete(slug);
      case 'bring-back':
        return this.#bringBack();
      case 'restart':
        this.#panels.restart = { upTo: null };
        return undefined;
      case 'search':
        return this.#openSearch();
      case 'show-keys':
        this.#panels.showsKeys = true;
        return undefined;
    }
  }

  #before(slug: string): string | undefined {
    const { cells } = this.#notebook;
    return cells[cells.findIndex((cell) => cell.slug === slug) - 1]?.slug;
  }

  /** Adds a scratch cell and selects it; resolves to its slug. */
  async #add(slug: string, side: ScratchSide): Promise<string> {
    const added = this.#notebook.addScratch(slug, side);
    await tick();
    select(added.slug);
    return added.slug;
  }

  #delete(slug: string): void {
    const { title, isScratch } = this.#notebook.cell(slug);
    if (!isScratch) {
      this.#hints.say(`“${title}” belongs to the lesson: only scratch cells can be deleted.`);
      return;
    }
    const neighbour = this.#notebook.next(slug)?.slug ?? this.#before(slug);
    this.#notebook.removeScratch(slug);
    select(neighbour);
    this.#hints.say(`${title} was deleted. Z brings it back.`);
  }

  #bringBack(): void {
    const cell = this.#notebook.undoRemove();
    if (cell === null) this.#hints.say('No scratch cell has been deleted.');
    else void tick().then(() => select(cell.slug));
  }

  #openSearch(): void {
    this.#panels.isContentsOpen = true;
    // The drawer of the lens takes the place of the contents.
    this.#panels.isLensOpen = false;
    void tick().then(focusSearch);
  }

  #openLens(slug: string): void {
    this.#panels.cellBehindLens = slug;
    this.#panels.isLensOpen = true;
    void tick().then(focusLens);
  }
}

function select(slug: string | undefined): void {
  if (slug !== undefined) focusCell(slug);
}
