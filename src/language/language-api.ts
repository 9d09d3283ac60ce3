import type { CellText } from './cell-text.ts';

/** A piece of a text, in UTF-16 code units from its start. */
export interface Span {
  start: number;
  length: number;
}

/** A place in a cell's text. */
export interface Place {
  slug: string;
  offset: number;
}

export interface Completion {
  name: string;
  /** What TypeScript calls the thing: `method`, `const`, `keyword` … */
  kind: string;
  /** Comes before others of a higher text. */
  sortText: string;
  /** What is typed, when it is not the name itself. */
  insertText: string | null;
  /** What it takes the place of; null: the word before the cursor. */
  replaces: Span | null;
  isDeprecated: boolean;
}

/** What a name is: its type as code, and what its author wrote about it, as Markdown. */
export interface Description {
  code: string;
  markdown: string;
  span: Span;
}

export interface Signature {
  label: string;
  markdown: string;
  parameters: { label: [start: number, end: number]; markdown: string }[];
}

/** The call that the cursor is in. */
export interface SignatureHelp {
  signatures: Signature[];
  active: number;
  activeParameter: number;
}

/** A change of a cell's text; of several, all are counted on the text before. */
export interface TextEdit {
  span: Span;
  text: string;
}

/** Edits by cell, or why there are none, in a sentence. */
export type RenameResult =
  | { kind: 'edits'; cells: { slug: string; edits: TextEdit[] }[] }
  | { kind: 'refused'; why: string };

/**
 * `mistake`: the text cannot be run. `doubt`: the types say that something is wrong. `deprecated`:
 * nothing is wrong, but there is something newer.
 */
export type ProblemKind = 'mistake' | 'doubt' | 'deprecated';

export interface Problem {
  kind: ProblemKind;
  span: Span;
  message: string;
}

/** What the language worker can be asked, each question with what it is given and what it answers. */
export interface LanguageApi {
  /** Tells what has changed; `order` names all cells in reading order. */
  cells: { ask: { order: string[]; changed: CellText[] }; answer: null };
  complete: { ask: Place; answer: Completion[] };
  /** More about one of the completions at a place. */
  completion: { ask: Place & { name: string }; answer: Description | null };
  describe: { ask: Place; answer: Description | null };
  sign: { ask: Place; answer: SignatureHelp | null };
  /** What would be renamed, or why nothing can be. */
  renamed: { ask: Place; answer: { name: string; span: Span } | { why: string } };
  rename: { ask: Place & { to: string }; answer: RenameResult };
  format: { ask: { slug: string }; answer: TextEdit[] };
  /** Where a name is declared; null when that is in no cell. */
  define: { ask: Place; answer: { slug: string; span: Span } | null };
  diagnose: { ask: { slug: string }; answer: Problem[] };
}

export type Method = keyof LanguageApi;
export type Ask<M extends Method> = LanguageApi[M]['ask'];
export type Answer<M extends Method> = LanguageApi[M]['answer'];
