import * as v from 'valibot';
import { MAX_NOTEBOOK_BYTES, MAX_NOTEBOOK_CELLS, MAX_SOURCE_LENGTH } from '../limits/limits.ts';
import { hashSource } from '../session/hash-source.ts';
import { withOwnNames } from './deno-names.ts';
import { NotebookError } from './notebook-error.ts';

const Text = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((text) => (typeof text === 'string' ? text : text.join(''))),
);

const Own = v.object({
  kind: v.fallback(v.picklist(['cell', 'library', 'arrived']), 'cell'),
  text: v.optional(v.string()),
  made: v.optional(v.string()),
});

const AnyCell = v.object({
  cell_type: v.string(),
  source: Text,
  metadata: v.fallback(v.object({ streambook: v.optional(v.fallback(v.nullable(Own), null)) }), {}),
});

const Language = v.fallback(v.string(), '');
const AnyNotebook = v.object({
  metadata: v.object({
    kernelspec: v.optional(v.object({ language: Language, name: Language })),
    language_info: v.optional(v.object({ name: Language })),
  }),
  cells: v.array(AnyCell),
});

/** What can be taken over from a notebook. */
export interface FoundNotebook {
  /** The texts of its cells of code, with the names that modules have here. */
  texts: string[];
  /** How many other cells it has: prose, and cells that only Jupyter needs. */
  leftOut: number;
}

/**
 * Reads a Jupyter notebook of cells in TypeScript or JavaScript, ours or another one. Nothing is run.
 * @param text of a file `.ipynb`
 * @throws NotebookError, for the learner
 */
export function readNotebook(text: string): FoundNotebook {
  if (text.length > MAX_NOTEBOOK_BYTES)
    throw new NotebookError(
      `This notebook is larger than ${MAX_NOTEBOOK_BYTES / 1024 / 1024} MB. Clear its outputs in Jupyter, and try again.`,
    );
  const { metadata, cells } = parse(text);
  const language = (
    metadata.kernelspec?.language ||
    metadata.language_info?.name ||
    ''
  ).toLowerCase();
  if (language !== '' && !['typescript', 'javascript'].includes(language))
    throw new NotebookError(
      `The cells of this notebook are written in ${language.slice(0, 40)}. Only TypeScript and JavaScript can be run here.`,
    );
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  const taken = code.filter(
    ({ metadata, source }) => isOfNotebook(metadata.streambook?.kind) && source.trim() !== '',
  );
  if (taken.length === 0)
    throw new NotebookError('This notebook has no cell of code to take over.');
  if (taken.length > MAX_NOTEBOOK_CELLS)
    throw new NotebookError(
      `This notebook has ${taken.length} cells of code, and ${MAX_NOTEBOOK_CELLS} can be taken over at once. Divide it in Jupyter.`,
    );
  const texts = taken.map(ownText);
  const long = texts.findIndex((one) => one.length > MAX_SOURCE_LENGTH);
  if (long !== -1)
    throw new NotebookError(
      `Cell ${long + 1} of this notebook is longer than ${MAX_SOURCE_LENGTH / 1024} KB, which is the most that a cell may have here.`,
    );
  return { texts, leftOut: cells.length - taken.length };
}

function parse(text: string): v.InferOutput<typeof AnyNotebook> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new NotebookError('This file is no notebook: it is not JSON, or was cut short.', {
      cause: error,
    });
  }
  const format = v.safeParse(v.object({ nbformat: v.number() }), json);
  if (!format.success)
    throw new NotebookError(
      'This file is no Jupyter notebook: it does not say which “nbformat” it has.',
    );
  const { nbformat } = format.output;
  if (nbformat !== 4)
    throw new NotebookError(
      `This notebook has the format ${nbformat}, and only 4 can be read. Open it in Jupyter and save it again.`,
    );
  const result = v.safeParse(AnyNotebook, json);
  if (result.success) return result.output;
  const place = v.getDotPath(result.issues[0]) ?? 'its cells';
  throw new NotebookError(`This notebook cannot be read: ${place} is not as Jupyter writes it.`);
}

/** False for what stands in a notebook of ours for Jupyter only. */
function isOfNotebook(kind: string | undefined): boolean {
  return kind === undefined || kind === 'cell';
}

/** The text that a cell has here: the one it was made of, unless it was edited since. */
function ownText({ source, metadata }: v.InferOutput<typeof AnyCell>): string {
  const { text, made } = metadata.streambook ?? {};
  if (text !== undefined && made === hashSource(source)) return text;
  return withOwnNames(source);
}
