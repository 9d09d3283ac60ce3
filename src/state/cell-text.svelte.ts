import { hashSource } from '../../core/session/hash-source.ts';
import {
  adoptText,
  chooseText,
  restoreText,
  rivalTexts,
  shownText,
  takeOver,
  typeText,
  undoDiscard,
  UNTOUCHED,
  type KeptText,
  type TextView,
} from '../notebook/kept-text.ts';
import { addWrite, knowsWritesOf } from '../notebook/text-writes.ts';
import type { TextKeeper } from './text-keeper.ts';

/** The text of a cell: what the learner wrote, kept and shared with other tabs. */
export class CellText {
  readonly #keeper: TextKeeper;
  readonly #view: TextView;
  readonly #originalHash: string;
  /** True while the learner's cursor is in this text. */
  readonly #hasCursor: () => boolean;
  #kept = $state.raw<KeptText>(UNTOUCHED);
  /** What this tab has last seen in the storage. */
  #stored: string | null = null;
  /** How often this tab has changed the text. */
  #count = 0;
  /** True from the first typed character until the cursor has left the text. */
  #wasTyped = false;
  /** False when the browser had no room for the last change. */
  isKept = $state(true);

  /** @param tab id of this tab */
  constructor(keeper: TextKeeper, source: string, tab: string, hasCursor: () => boolean) {
    this.#keeper = keeper;
    this.#view = { tab, source };
    this.#originalHash = hashSource(source);
    this.#hasCursor = hasCursor;
  }

  readonly shown: string = $derived.by(() => shownText(this.#kept, this.#view));
  /** Texts that other tabs have put beside it. */
  readonly rivals: readonly string[] = $derived.by(() => rivalTexts(this.#kept, this.#view));
  readonly canUndo: boolean = $derived.by(() => this.#kept.discarded.length > 0);
  /** True when the text is not the original. */
  readonly isOwn: boolean = $derived.by(() => this.shown !== this.#view.source);
  /** True when the original is not the one any more into which the learner has written. */
  readonly isOriginalNew: boolean = $derived.by(
    () => this.isOwn && this.#kept.original !== null && this.#kept.original !== this.#originalHash,
  );

  /** hashSource() of the text and of its original. */
  readonly hashes: readonly string[] = $derived.by(() => [
    hashSource(this.shown),
    this.#originalHash,
  ]);

  /** What is to be kept of it, whether the browser had room for it or not. */
  get kept(): KeptText {
    return this.#kept;
  }

  /** Takes up what is kept, as it is. */
  load(): void {
    this.#kept = this.#read();
  }

  #read(): KeptText {
    this.#stored = this.#keeper.stored();
    const kept = this.#keeper.load();
    const isOriginal = kept?.text === this.#view.source;
    return kept === null ? UNTOUCHED : isOriginal ? { ...kept, text: null } : kept;
  }

  /** Looks whether another tab has written, and takes that over; what it did not know of stays beside it. */
  follow(): void {
    if (!this.#hasNews) return;
    const { writes } = this.#kept;
    const { tab } = this.#view;
    if (this.#takeOver((theirs) => this.isOwn && !knowsWritesOf(tab, writes, theirs.writes))) {
      this.save();
    }
  }

  /** True when another tab has written, and this one has not looked yet. */
  get #hasNews(): boolean {
    return this.#keeper.stored() !== this.#stored;
  }

  /** True when what is kept then is to be written down: each write may cross one of another tab. */
  #takeOver(isNews: (theirs: KeptText) => boolean): boolean {
    const mine = this.#kept;
    const theirs = this.#read();
    if (!isNews(theirs)) this.#kept = takeOver(mine, theirs, this.#view, false);
    else if (this.#stored === null) this.#kept = restoreText(mine, this.#view);
    else this.#kept = this.#signed(takeOver(mine, theirs, this.#view, true));
    return this.#kept !== theirs;
  }

  /** True while a text is being typed here, or one is here that only this tab has. */
  get isTyping(): boolean {
    if (!this.#hasCursor()) this.#wasTyped = false;
    return this.#wasTyped || !this.isKept;
  }

  type(text: string): void {
    if (text === this.shown) return;
    this.#change((kept) => typeText(kept, this.#view, text, this.#originalHash));
    this.#wasTyped = true;
  }

  /** Takes over a text from elsewhere; the one that is shown can be brought back. */
  adopt(text: string): void {
    this.#change((kept) => adoptText(kept, this.#view, text, this.#originalHash));
  }

  restore(): void {
    this.#change((kept) => restoreText(kept, this.#view));
  }

  undo(): void {
    this.#change((kept) => undoDiscard(kept, this.#view));
  }

  /** One of several texts is to be the cell's from now on; not when it is another one than was shown. */
  choose(text: string): void {
    if (this.#hasNews) this.follow();
    else this.#change((kept) => chooseText(kept, this.#view, text));
  }

  /** The learner has seen that the original is new, and keeps the own text. */
  keepMine(): void {
    this.#change((kept) => ({ ...kept, original: this.#originalHash }));
  }

  #change(change: (kept: KeptText) => KeptText): void {
    // Word of what another tab has written may not have come yet: it must not be written over.
    if (this.#hasNews) this.#takeOver(() => true);
    this.#kept = this.#signed(change(this.#kept));
    this.save();
  }

  /** What this tab makes of the text is signed: a tab that goes on from there knows it. */
  #signed(kept: KeptText): KeptText {
    const write = { tab: this.#view.tab, count: ++this.#count };
    return { ...kept, writes: addWrite(kept.writes, write) };
  }

  /** Writes down what is shown. */
  save(): void {
    this.isKept = this.#keeper.save(this.#kept);
    this.#stored = this.#keeper.stored();
  }
}
