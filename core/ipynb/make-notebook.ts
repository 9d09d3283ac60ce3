import { cellsOf } from '../lesson/cells-of.ts';
import type { Course } from '../lesson/course.ts';
import type { Block, Cell, Dialect, Lesson } from '../lesson/lesson.ts';
import type { RecordedCell } from '../record/recording.ts';
import { cellTexts } from '../script/cell-texts.ts';
import { hashSource } from '../session/hash-source.ts';
import { CellIds } from './cell-ids.ts';
import { codeForDeno, type DenoCode } from './code-for-deno.ts';
import { linesOf, type Notebook, type NotebookCell } from './notebook.ts';
import { opening } from './opening.ts';
import { outputsOf } from './outputs-of.ts';
import { fenced, lowered, noteText, solutionText } from './prose.ts';

/** What a notebook is made of. */
export interface NotebookParts {
  course: Pick<Course, 'title' | 'lessons'>;
  dialect: Dialect;
  /** What was recorded of its cells, in that dialect. */
  recorded: readonly RecordedCell[];
  /** The library as one JavaScript module, for Deno. */
  library: string;
}

/** A course as a notebook for Deno's kernel of Jupyter, with what was recorded of its cells. */
export function makeNotebook(parts: NotebookParts): Notebook {
  const { title, lessons } = parts.course;
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' },
      language_info: { name: 'typescript', file_extension: '.ts', mimetype: 'text/x.typescript' },
      title,
    },
    cells: new CellMaker(parts).make(lessons),
  };
}

/** Makes the cells of a notebook, one after the other. */
class CellMaker {
  readonly #parts: NotebookParts;
  readonly #codes: Map<string, DenoCode>;
  /** The same with each exercise solved. */
  readonly #solved: Map<string, DenoCode>;
  readonly #recorded: Map<string, RecordedCell>;
  readonly #ids: CellIds;
  /** Cells that wait, and have not been woken. */
  readonly #waiting = new Map<string, string>();
  #count = 0;

  constructor(parts: NotebookParts) {
    const cells = parts.course.lessons.flatMap(cellsOf);
    this.#parts = parts;
    const texts = cellTexts(cells, parts.dialect);
    const solutions = new Map(
      cells.map(({ slug, exercise }) => [slug, exercise?.solution[parts.dialect] ?? null]),
    );
    this.#codes = codeForDeno(texts);
    this.#solved = codeForDeno(
      texts.map((cell) => ({ ...cell, text: solutions.get(cell.slug) ?? cell.text })),
    );
    this.#recorded = new Map(parts.recorded.map((cell) => [cell.cell, cell]));
    this.#ids = new CellIds(cells.map(({ slug }) => slug));
  }

  make(lessons: readonly Lesson[]): NotebookCell[] {
    const { course, dialect, library } = this.#parts;
    const begin = opening(course.title, dialect, library).map((cell) => ({
      ...cell,
      id: this.#ids.fresh('opening'),
    }));
    const rest = lessons.flatMap((lesson) => [
      this.#markdown(`## ${lesson.title}`),
      ...lesson.blocks.flatMap((block) => this.#block(block)),
    ]);
    return [...begin, ...rest, ...this.#arrivals([...this.#waiting.keys()])];
  }

  #block(block: Block): NotebookCell[] {
    switch (block.kind) {
      case 'prose':
        return [this.#markdown(lowered(block.markdown))];
      case 'listing':
        return [this.#markdown(fenced(block.language, block.code))];
      case 'cell': {
        const { note } = block.cell;
        return [
          ...this.#code(block.cell),
          ...this.#solution(block.cell),
          ...(note === null ? [] : [this.#markdown(noteText(note))]),
        ];
      }
    }
  }

  #markdown(text: string): NotebookCell {
    const id = this.#ids.fresh('text');
    return { cell_type: 'markdown', id, metadata: {}, source: linesOf(text) };
  }

  #code({ slug, code, blocking, wakes }: Cell): NotebookCell[] {
    const original = code[this.#parts.dialect];
    const own = this.#codes.get(slug);
    if (original === null || !own) return [];
    if (own.arrived !== null) this.#waiting.set(slug, own.arrived);
    const changed = own.text === original ? {} : { text: original, made: hashSource(own.text) };
    const count = ++this.#count;
    const recorded = this.#recordedOf(slug, original);
    const cell: NotebookCell = {
      cell_type: 'code',
      id: slug,
      metadata: { streambook: { kind: 'cell', cell: slug, ...changed } },
      execution_count: recorded ? count : null,
      source: linesOf(own.text),
      outputs: recorded && !blocking ? outputsOf(recorded, count) : [],
    };
    return [cell, ...this.#arrivals(wakes === null ? [] : [wakes])];
  }

  #solution({ slug, exercise }: Cell): NotebookCell[] {
    const solved = this.#solved.get(slug);
    if (exercise === null || !solved) return [];
    return [this.#markdown(solutionText(solved.text))];
  }

  #arrivals(slugs: readonly string[]): NotebookCell[] {
    return slugs.flatMap((slug): NotebookCell[] => {
      const text = this.#waiting.get(slug);
      if (text === undefined) return [];
      this.#waiting.delete(slug);
      const count = ++this.#count;
      const cell = this.#parts.course.lessons.flatMap(cellsOf).find((one) => one.slug === slug);
      const recorded = this.#recordedOf(slug, cell?.code[this.#parts.dialect] ?? '');
      return [
        {
          cell_type: 'code',
          id: this.#ids.fresh(`${slug}-arrived`),
          metadata: { streambook: { kind: 'arrived', cell: slug } },
          execution_count: recorded ? count : null,
          source: linesOf(text),
          outputs: recorded ? outputsOf(recorded, count) : [],
        },
      ];
    });
  }

  /** What was recorded of a cell, if it was recorded of this text. */
  #recordedOf(slug: string, text: string): RecordedCell | null {
    const recorded = this.#recorded.get(slug);
    return recorded?.sourceHash === hashSource(text) ? recorded : null;
  }
}
