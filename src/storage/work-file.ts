/**
 * What belongs here: the learner's work as one file, to take it to another browser. A later form gets
 * a new VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import { Discarded, editedTexts, loadEdit, Others, type Edit, type EditedText } from './edits.ts';
import { loadProgress, type Milestone } from './progress.ts';
import { UNREADABLE } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';
import { KeptScratch, loadScratchCells } from './scratch-cells.ts';

const FORMAT = 'streambook-work';
/** The first form knew no dialect: all of its edits are of walrus. */
const VERSION = 2;
const READABLE = [1, VERSION];

/** Longest file that is read, in characters: more than a browser keeps of one page. */
export const MAX_WORK_FILE = 12 * 1024 * 1024;

const Course = v.object({ id: v.nullable(v.string()), title: v.string() });
/** The course whose cells the work is of, by its id and as people know it. */
export type CourseOfWork = v.InferOutput<typeof Course>;

const WorkFile = v.object({
  format: v.literal(FORMAT),
  version: v.picklist(READABLE),
  /** When it was saved, as ISO 8601. */
  savedAt: v.string(),
  /** Older files do not say. */
  course: v.optional(Course),
  edits: v.array(
    v.object({
      cell: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
      dialect: v.optional(v.picklist(DIALECTS), DIALECTS[0]),
      text: v.nullable(v.string()),
      original: v.nullable(v.string()),
      title: v.string(),
      lesson: v.string(),
      others: Others,
      discarded: Discarded,
    }),
  ),
  scratch: v.array(KeptScratch),
  progress: v.array(v.object({ cell: v.string(), ok: v.number() })),
  /** Exercises that were solved; older files have none. */
  solved: v.optional(v.array(v.object({ cell: v.string(), ok: v.number() })), []),
  /** What could not be read and was set aside, as it is. */
  unreadable: v.array(v.object({ key: v.string(), value: v.string() })),
});
/** Everything that is the learner's. */
export type WorkFile = v.InferOutput<typeof WorkFile>;

/** Says what kind of file it is, before anything else of it is looked at. */
const Head = v.object({ format: v.literal(FORMAT), version: v.number() });

/** Work that only the page has, because the browser had no room for it. */
export interface UnkeptWork {
  edits: readonly (EditedText & { edit: Edit })[];
  scratch: readonly KeptScratch[];
}

/** Gathers what this browser has kept, and what only the page has. */
export function gatherWork(
  storage: SafeStorage,
  course: CourseOfWork,
  now: Date,
  unkept: UnkeptWork,
): WorkFile {
  const isUnkeptText = ({ cell, dialect }: EditedText) =>
    unkept.edits.some((newer) => newer.cell === cell && newer.dialect === dialect);
  const kept = editedTexts(storage)
    .filter((of) => !isUnkeptText(of))
    .map((of) => ({ ...of, edit: loadEdit(storage, of) }));
  const isUnkept = new Set(unkept.scratch.map(({ slug }) => slug));
  const scratch = loadScratchCells(storage).filter(({ slug }) => !isUnkept.has(slug));
  return {
    format: FORMAT,
    version: VERSION,
    savedAt: now.toISOString(),
    course,
    edits: [...kept, ...unkept.edits].flatMap(({ cell, dialect, edit }) => {
      if (edit === null) return [];
      const { text, original, title, lesson, others, discarded } = edit;
      const lists = { others: [...others], discarded: [...discarded] };
      return [{ cell, dialect, text, original, title, lesson, ...lists }];
    }),
    scratch: [...scratch, ...unkept.scratch].map((cell) => ({
      ...cell,
      others: [...cell.others],
      discarded: [...cell.discarded],
      // Of the tabs of this browser, another one knows nothing.
      writes: [],
    })),
    progress: milestones(storage, 'progress'),
    solved: milestones(storage, 'solved'),
    unreadable: storage
      .keys(UNREADABLE)
      .map((key) => ({ key: key.slice(UNREADABLE.length), value: storage.get(key) ?? '' })),
  };
}

function milestones(storage: SafeStorage, milestone: Milestone) {
  return [...loadProgress(storage, milestone)].map(([cell, ok]) => ({ cell, ok }));
}

/** The name under which a file of that day is saved. */
export function workFileName(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${FORMAT}-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
}

/** Says that a file is too long to be one of work. */
export function workFileTooLong(name: string, size: number): string {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return `“${name}” has ${megabytes(size)} MB; a file of work has at most ${megabytes(MAX_WORK_FILE)} MB.`;
}

/** Reads a file that was saved in a course: the work, or a sentence that says why it cannot be loaded. */
export function readWorkFile(
  name: string,
  text: string,
  course: CourseOfWork,
): { work: WorkFile } | { problem: string } {
  const problem = (what: string) => ({ problem: `“${name}” ${what}` });
  if (text.length > MAX_WORK_FILE) return { problem: workFileTooLong(name, text.length) };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem('is not JSON, or only a part of a file. Choose one that this page has saved.');
  }
  const head = v.safeParse(Head, json);
  if (!head.success) {
    return problem('is not a file of Streambook work. Choose one that this page has saved.');
  }
  if (!READABLE.includes(head.output.version)) {
    return problem(
      `was saved by another version of this page (form ${head.output.version}, this page reads ${VERSION}). Reload the page and try again.`,
    );
  }
  const work = v.safeParse(WorkFile, json);
  if (work.success) {
    const other = work.output.course;
    if (other === undefined || other.id === course.id) return { work: work.output };
    return problem(
      `holds work of another course, “${other.title}”, and this one is “${course.title}”. Open that course and load it there; nothing was changed here.`,
    );
  }
  const [issue] = work.issues;
  return problem(`is damaged at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}.`);
}
