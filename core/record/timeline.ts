import { compareIds } from '../lens/compare-ids.ts';
import { collectIds } from './collect-ids.ts';
import type { Observed } from './observed.ts';

/** When every recorded notebook begins. */
const BEGIN = Date.UTC(2026, 0, 1, 10);

/** From one cell to the next, in ms: slow enough for times to differ, quick enough for a wait to look short. */
const STEP_MS = 1000;

/** What lies so close to a run, in ms before and after it, was made by a clock; other times are the lesson's. */
const BEFORE_MS = 60 * 60 * 1000;
const AFTER_MS = 24 * BEFORE_MS;

/** One cell on both clocks, in Unix ms. */
interface Moment {
  began: number;
  begins: number;
  ends: number;
}

/**
 * Ids and times as they stand in a recording, instead of those of the run that was recorded: the same in
 * every run, in the same order, and the same wherever one occurs. A cell is one moment. The ids that it
 * gave to a stream follow each other by 1 ms, and all else that happened in it happened at its end: only
 * that does not depend on how fast the machine is. Ids and times that a lesson has written itself stay.
 */
export class Timeline {
  readonly #moments: Moment[] = [];
  /** Id, then stream. */
  readonly #ids = new Map<string, Map<string, string>>();
  /** When the ids of one ms say that they were made. */
  readonly #idTimes = new Map<number, number>();
  readonly #expiries = new Map<number, number>();
  /** The streams that there were, by their keys. */
  readonly keys: readonly string[];

  /** @throws Error when a run was never started */
  constructor(observed: readonly Observed[]) {
    this.#moments = observed.map(({ run: { startedAt, cell } }) => {
      if (startedAt === null) throw new Error(`The cell "${cell}" has not been run.`);
      return { began: startedAt, begins: 0, ends: 0 };
    });
    const found = collectIds(observed);
    this.keys = [...found.keys()].filter((key) => key !== '');
    const perStream = [...found].map(([stream, ids]) => [stream, this.#byMoment(ids)] as const);
    this.#moments.forEach((moment, at) => {
      const most = Math.max(0, ...perStream.map(([, ids]) => ids.get(at)?.length ?? 0));
      moment.begins = (this.#moments[at - 1]?.ends ?? BEGIN) + STEP_MS;
      moment.ends = moment.begins + most;
    });
    for (const [stream, ids] of perStream) this.#assign(stream, ids);
  }

  /** True for a time that was made by a clock while the notebook was run. */
  isMade(ms: number): boolean {
    const first = this.#moments[0];
    const last = this.#moments.at(-1);
    if (!first || !last) return false;
    return ms >= first.began - BEFORE_MS && ms < last.began + AFTER_MS;
  }

  /** When the cell in this place of the notebook had ended. */
  endOf(place: number): number {
    return this.#moments[place]?.ends ?? BEGIN;
  }

  /** @param stream the one that the id is of, where that is known: two streams may have the same id */
  id(real: string, stream: string | null): string {
    const known = this.#ids.get(real);
    if (!known) return real;
    const own = stream === null ? undefined : known.get(stream);
    return own ?? [...known.values()].sort(compareIds)[0] ?? real;
  }

  /** A time that Redis noted: of a delivery, of a consumer's last read. */
  time(real: number): number {
    return this.isMade(real) ? this.endOf(this.#placeOf(real)) : real;
  }

  /** A time in what a cell shows: often that of an id. */
  shownTime(real: number): number {
    return this.#idTimes.get(real) ?? this.time(real);
  }

  /** When a key will expire, seen at this place first: whole seconds after it. */
  expiry(real: number, place: number): number {
    const seconds = Math.floor((real - (this.#moments[place]?.began ?? real)) / 1000);
    const fresh = this.endOf(place) + seconds * 1000;
    const known = this.#expiries.get(real) ?? fresh;
    this.#expiries.set(real, known);
    return known;
  }

  #assign(stream: string, ids: Map<number, string[]>): void {
    for (const [at, list] of ids) {
      list.sort(compareIds).forEach((id, rank) => {
        const ms = (this.#moments[at]?.begins ?? BEGIN) + rank;
        const known = this.#ids.get(id) ?? new Map<string, string>();
        this.#ids.set(id, known.set(stream, `${ms}-0`));
        const real = timeOf(id);
        this.#idTimes.set(real, Math.min(ms, this.#idTimes.get(real) ?? ms));
      });
    }
  }

  #byMoment(ids: Iterable<string>): Map<number, string[]> {
    const found = new Map<number, string[]>();
    for (const id of ids) {
      if (!this.isMade(timeOf(id))) continue;
      const place = this.#placeOf(timeOf(id));
      const list = found.get(place) ?? [];
      list.push(id);
      found.set(place, list);
    }
    return found;
  }

  #placeOf(ms: number): number {
    return Math.max(
      0,
      this.#moments.findLastIndex(({ began }) => began <= ms),
    );
  }
}

function timeOf(id: string): number {
  return Number(id.split('-')[0]);
}
