import { importWork } from '../storage/import-work.ts';
import { planImport, type ImportPlan, type KnownCells } from '../storage/plan-import.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';
import {
  gatherWork,
  MAX_WORK_FILE,
  readWorkFile,
  workFileName,
  workFileTooLong,
  type CourseOfWork,
  type UnkeptWork,
  type WorkFile,
} from '../storage/work-file.ts';

/** A file that can be loaded, and what that would do. */
export interface FoundWork {
  name: string;
  work: WorkFile;
  plan: ImportPlan;
}

/** The learner's work as a file. */
export class Work {
  readonly #storage: SafeStorage;
  readonly #course: CourseOfWork;
  readonly #cells: KnownCells;
  /** Called when what is kept has changed. */
  readonly #changed: () => void;
  readonly #unkept: () => UnkeptWork;

  /**
   * @param course the one whose work it is
   * @param cells the cells that the lessons have
   */
  constructor(
    storage: SafeStorage,
    { id, title }: CourseOfWork,
    cells: KnownCells,
    unkept: () => UnkeptWork,
    changed: () => void,
  ) {
    this.#unkept = unkept;
    this.#storage = storage;
    this.#course = { id, title };
    this.#cells = cells;
    this.#changed = changed;
  }

  /** The file, and the name to save it under. */
  save(now: Date): { name: string; text: string } {
    const work = gatherWork(this.#storage, this.#course, now, this.#unkept());
    return { name: workFileName(now), text: JSON.stringify(work, null, 2) };
  }

  /** Reads a file and looks what loading it would do; or a sentence that says why it cannot be read. */
  async read(file: File): Promise<FoundWork | { problem: string }> {
    // Before it is read: a film that was chosen by mistake would fill the memory.
    if (file.size > 4 * MAX_WORK_FILE) return { problem: workFileTooLong(file.name, file.size) };
    const read = readWorkFile(file.name, await file.text(), this.#course);
    if ('problem' in read) return read;
    const plan = planImport(this.#storage, read.work, this.#cells);
    return { name: file.name, work: read.work, plan };
  }

  /** Loads a file; returns what takes that back, or null when the browser has no room. */
  load({ work, plan }: FoundWork): (() => void) | null {
    const undo = importWork(this.#storage, plan, work);
    this.#changed();
    if (undo === null) return null;
    return () => {
      undo();
      this.#changed();
    };
  }
}
