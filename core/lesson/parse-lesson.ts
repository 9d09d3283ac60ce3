import type { Token } from 'markdown-it';
import type { Topic } from '../help/topic.ts';
import { readCellFence, type CellFence } from './cell-fence.ts';
import { parseFenceInfo } from './fence-info.ts';
import { readFrontMatter, type Field } from './front-matter.ts';
import { addPart, emptyExercise, lackOf, type ExerciseDraft } from './exercise-draft.ts';
import type { ExerciseFence } from './exercise-fence.ts';
import type { Block, Cell, Lesson } from './lesson.ts';
import { LessonError } from './lesson-error.ts';
import { lessonSlug } from './lesson-file-name.ts';
import { lineOf, renderHtml, tokenize } from './markdown.ts';
import { readNote } from './note.ts';
import { readTopics } from './read-topics.ts';

/**
 * Parses one lesson file. Its form: front matter with `title:`, then Markdown in which
 * - a fence ```` ```ts cell=slug title="Short name" python="stream.add(…)" blocking ```` is a cell
 *   (`python` and `blocking` are optional, as is `explains="busygroup nogroup"`: the mistakes that
 *   it explains, which may also stand in the front matter for all of the lesson);
 * - it may name other cells, so that it can be taken along without all the rest: `needs="add-entry
 *   add-more"`, cells above that put into Redis what it works with (not those whose variables it uses:
 *   that is seen), and `wakes=wait-for-entry`, the blocking cell above that goes on when it is run;
 * - a fence ```` ```ts cell=slug dialect=node-redis ```` right after it is the same cell for the
 *   bare client;
 * - fences ```` ```ts cell=slug solution ```` and ```` ```ts cell=slug check ```` after it make it an
 *   exercise: see Exercise; with `dialect=node-redis` they are those for the bare client;
 * - a fence ```` ```then-and-now ```` right after a cell is its note: see readNote();
 * - any other fence is a listing, and everything between fences is prose.
 *
 * @param file its name, `NN-slug.md`, with or without folders before it
 * @throws LessonError, naming file and line, when the text has another form.
 */
export function parseLesson(file: string, text: string): Lesson {
  const slug = lessonSlug(file);
  const known = ['title', 'explains'];
  const { fields, body, height } = readFrontMatter(file, text.split(/\r?\n/), known);
  const reader = new BlockReader(file, slug, text.split(/\r?\n/));
  for (const token of tokenize(file, body.join('\n'), height, slug)) reader.take(token);
  return {
    slug,
    title: fields.get('title')?.value ?? slug,
    explains: topicsOf(file, fields.get('explains')),
    blocks: reader.end(),
  };
}

function topicsOf(file: string, field: Field | undefined): Topic[] {
  try {
    return field === undefined ? [] : readTopics(field.value);
  } catch (error) {
    throw new LessonError(file, field?.line ?? 1, error instanceof Error ? error.message : '');
  }
}

/** Takes the tokens of a lesson one by one and makes its blocks of them. */
class BlockReader {
  readonly #file: string;
  readonly #lesson: string;
  readonly #blocks: Block[] = [];
  readonly #slugs = new Set<string>();
  readonly #lines: readonly string[];
  readonly #drafts: ExerciseDraft[] = [];
  #prose: Token[] = [];

  constructor(file: string, lesson: string, lines: readonly string[]) {
    this.#file = file;
    this.#lesson = lesson;
    this.#lines = lines;
  }

  take(token: Token): void {
    if (token.type !== 'fence') {
      this.#prose.push(token);
      return;
    }
    const line = lineOf(token);
    if (token.level > 0) this.#fail(line, 'a fence must not stand inside a list or a quote');
    if (!isClosed(token)) this.#fail(line, 'the fence is not closed');
    this.#flushProse();
    if (token.info.trim() === 'then-and-now') this.#takeNote(token);
    else this.#takeCode(token);
  }

  end(): Block[] {
    this.#flushProse();
    for (const draft of this.#drafts) {
      const lack = lackOf(draft);
      if (lack !== null) this.#fail(draft.line, lack);
      draft.cell.exercise = draft.exercise;
    }
    return this.#blocks;
  }

  #takeCode(token: Token): void {
    const line = lineOf(token);
    const code = token.content.replace(/\n$/, '');
    let language: string;
    let fence: CellFence | null;
    try {
      const info = parseFenceInfo(token.info);
      language = info.language;
      fence = readCellFence(info);
    } catch (error) {
      return this.#fail(line, error instanceof Error ? error.message : String(error));
    }
    if (fence === null) {
      this.#blocks.push({ kind: 'listing', language, code });
      return;
    }
    if (code.trim() === '') this.#fail(line, 'the cell is empty');
    if (fence.kind === 'exercise') return this.#takePart(fence, code, line);
    if (fence.kind === 'dialect') {
      const cell = this.#cellBefore();
      if (cell?.slug !== fence.slug) {
        return this.#fail(line, `the dialect must stand right after the cell "${fence.slug}"`);
      }
      if (cell.code[fence.dialect] !== null) this.#fail(line, 'the dialect is given twice');
      cell.code[fence.dialect] = code;
      return;
    }
    const { slug } = fence.cell;
    if (this.#slugs.has(slug)) this.#fail(line, `another cell is called "${slug}"`);
    this.#slugs.add(slug);
    this.#blocks.push({
      kind: 'cell',
      cell: {
        ...fence.cell,
        code: { walrus: code, 'node-redis': null },
        note: null,
        exercise: null,
      },
    });
  }

  #takePart(fence: ExerciseFence, code: string, line: number): void {
    const cell = this.#cellBefore();
    if (cell?.slug !== fence.slug) {
      this.#fail(
        line,
        `the ${fence.part} must stand after the cell "${fence.slug}", before any text`,
      );
    }
    let draft = this.#drafts.find((known) => known.cell === cell);
    if (!draft) this.#drafts.push((draft = { cell, exercise: emptyExercise(), line }));
    try {
      addPart(draft, fence, code);
    } catch (error) {
      this.#fail(line, error instanceof Error ? error.message : String(error));
    }
  }

  #takeNote(token: Token): void {
    const line = lineOf(token);
    const cell = this.#cellBefore();
    if (cell === null) return this.#fail(line, 'a then-and-now note stands right after a cell');
    if (cell.note !== null) this.#fail(line, `the cell "${cell.slug}" has a note already`);
    // Its own headings could repeat those of the lesson, so their ids are told apart by the cell.
    cell.note = readNote(this.#file, line, token.content, `${this.#lesson}-${cell.slug}`);
  }

  #cellBefore(): Cell | null {
    const block = this.#blocks.at(-1);
    return block?.kind === 'cell' ? block.cell : null;
  }

  #flushProse(): void {
    if (this.#prose.length === 0) return;
    const from = this.#prose[0]?.map?.[0] ?? 0;
    const to = Math.max(...this.#prose.map(({ map }) => map?.[1] ?? 0));
    const markdown = this.#lines.slice(from, to).join('\n').trim();
    this.#blocks.push({ kind: 'prose', html: renderHtml(this.#prose), markdown });
    this.#prose = [];
  }

  #fail(line: number, what: string): never {
    throw new LessonError(this.#file, line, what);
  }
}

/** The parser closes an open fence at the end of the file, silently; then its last line is content. */
function isClosed(fence: Token): boolean {
  const [from, to] = fence.map ?? [0, 0];
  return fence.content.split('\n').length - 1 === to - from - 2;
}
