import type { TextWrite } from './text-writes.ts';

/**
 * The text of a cell as all tabs of a browser share it. One text is the cell's; when two tabs typed
 * into the same cell, the texts of the later ones stand beside it until somebody chooses.
 */
export interface KeptText {
  /** What the learner wrote; null = the original, or nothing in a scratch cell. */
  text: string | null;
  /** hashSource() of the original that was edited; null when there was none. */
  original: string | null;
  /** Texts of tabs that did not give way. */
  others: readonly OtherText[];
  /** Texts that were given up and can be brought back until something is typed, the newest last. */
  discarded: readonly string[];
  /** Which tabs have changed it, the last one at the end: tells what a tab knew when it wrote. */
  writes: readonly TextWrite[];
}

/** What one tab shows instead of the cell's text. */
export interface OtherText {
  tab: string;
  text: string;
}

/** Who looks at a text, and what it is when nobody has written anything. */
export interface TextView {
  /** Id of this tab. */
  tab: string;
  /** The original. */
  source: string;
}

/** Nothing was written. */
export const UNTOUCHED: KeptText = {
  text: null,
  original: null,
  others: [],
  discarded: [],
  writes: [],
};

/** The text that a tab shows. */
export function shownText(kept: KeptText, { tab, source }: TextView): string {
  return ownText(kept, tab) ?? kept.text ?? source;
}

/** Texts of the same cell that a tab does not show. */
export function rivalTexts(kept: KeptText, { tab, source }: TextView): string[] {
  const others = kept.others.filter((other) => other.tab !== tab).map(({ text }) => text);
  return ownText(kept, tab) === null ? others : [kept.text ?? source, ...others];
}

/** Something was typed in a tab. `hash` is that of the original. */
export function typeText(kept: KeptText, view: TextView, text: string, hash: string): KeptText {
  if (ownText(kept, view.tab) !== null) return { ...kept, others: withOwn(kept, view.tab, text) };
  return {
    text: text === view.source ? null : text,
    original: kept.text === null ? hash : kept.original,
    others: kept.others,
    discarded: [],
    writes: kept.writes,
  };
}

/**
 * Another tab has written: what this one keeps then. Its text is taken, unless something was typed here
 * that it did not know of: that stays beside it.
 */
export function takeOver(
  kept: KeptText,
  theirs: KeptText,
  view: TextView,
  isNews: boolean,
): KeptText {
  const { tab, source } = view;
  const own = shownText(kept, view);
  if ((theirs.text ?? source) === own) return { ...theirs, others: withoutOwn(theirs, tab) };
  if (isNews || ownText(theirs, tab) !== null) {
    return { ...theirs, others: withOwn(theirs, tab, own) };
  }
  return theirs;
}

/** One of several texts is chosen; the others are given up, and can be brought back. */
export function chooseText(kept: KeptText, { source }: TextView, chosen: string): KeptText {
  const all = [kept.text ?? source, ...kept.others.map(({ text }) => text)];
  const rest = all.filter((text) => text !== chosen && text !== source);
  return {
    ...kept,
    text: chosen === source ? null : chosen,
    others: [],
    discarded: [...kept.discarded, ...rest],
  };
}

/** A text from elsewhere takes the place of the one that is shown, which can be brought back. */
export function adoptText(kept: KeptText, view: TextView, text: string, hash: string): KeptText {
  const shown = shownText(kept, view);
  const discarded = shown === view.source ? kept.discarded : [...kept.discarded, shown];
  return { ...typeText(kept, view, text, hash), discarded };
}

/** The original is brought back. */
export function restoreText(kept: KeptText, view: TextView): KeptText {
  const shown = shownText(kept, view);
  if (shown === view.source) return kept;
  const discarded = [...kept.discarded, shown];
  if (ownText(kept, view.tab) === null) return { ...kept, text: null, discarded };
  return { ...kept, others: withOwn(kept, view.tab, view.source), discarded };
}

/** The text that was given up last is brought back; the one that is shown takes its place. */
export function undoDiscard(kept: KeptText, view: TextView): KeptText {
  const last = kept.discarded.at(-1);
  if (last === undefined) return kept;
  const shown = shownText(kept, view);
  const rest = kept.discarded.slice(0, -1);
  const discarded = shown === view.source ? rest : [shown, ...rest];
  if (ownText(kept, view.tab) === null) return { ...kept, text: last, discarded };
  return { ...kept, others: withOwn(kept, view.tab, last), discarded };
}

/** True when there is nothing in it that could be lost. */
export function isUntouched({ text, others, discarded }: KeptText): boolean {
  return text === null && others.length === 0 && discarded.length === 0;
}

function ownText({ others }: KeptText, tab: string): string | null {
  return others.find((other) => other.tab === tab)?.text ?? null;
}

function withoutOwn({ others }: KeptText, tab: string): OtherText[] {
  return others.filter((other) => other.tab !== tab);
}

function withOwn(kept: KeptText, tab: string, text: string): OtherText[] {
  return [...withoutOwn(kept, tab), { tab, text }];
}
