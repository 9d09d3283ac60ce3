/** Bounds of one run, in ms. */
export interface RunBounds {
  /** How long it may compute or await before its learner is asked whether it may go on. */
  cellMs: number;
  /** The same, with the time in which it is blocked in a read of Redis: such a wait costs next to nothing. */
  cellWaitMs: number;
}

/** Each "let it go on" gives twice as much as the one before, up to so many times the first bound. */
const MOST_PATIENCE = 64;

/** What is known of the time of one run. Times are in ms on any clock that only goes forward. */
export interface RunTime {
  startedAt: number;
  /** Time in which it was not blocked, up to `workingSince`. */
  worked: number;
  /** Since when it has not been blocked; null while it is. */
  workingSince: number | null;
  /** How long it may work, and how long it may go on in all, until it is asked about. */
  mayWork: number;
  mayLast: number;
  /** How many times the bounds the next "let it go on" gives. */
  patience: number;
}

/** A run that starts now. */
export function startTime(now: number, { cellMs, cellWaitMs }: RunBounds): RunTime {
  return {
    startedAt: now,
    worked: 0,
    workingSince: now,
    mayWork: cellMs,
    mayLast: Math.max(cellMs, cellWaitMs),
    patience: 1,
  };
}

/** It is blocked in a read from now on, or is not any more. */
export function setBlocked(time: RunTime, isBlocked: boolean, now: number): RunTime {
  if (!isBlocked) return { ...time, workingSince: time.workingSince ?? now };
  return { ...time, worked: workedUntil(time, now), workingSince: null };
}

/** When it is to be asked about, if it goes on as it does now. */
export function askAt({ startedAt, worked, workingSince, mayWork, mayLast }: RunTime): number {
  const lastsTo = startedAt + mayLast;
  return workingSince === null ? lastsTo : Math.min(lastsTo, workingSince + mayWork - worked);
}

/** Its learner lets it go on. */
export function letGoOn(time: RunTime, now: number, { cellMs, cellWaitMs }: RunBounds): RunTime {
  const { patience } = time;
  return {
    ...time,
    mayWork: workedUntil(time, now) + cellMs * patience,
    mayLast: now - time.startedAt + Math.max(cellMs, cellWaitMs) * patience,
    patience: Math.min(MOST_PATIENCE, patience * 2),
  };
}

function workedUntil({ worked, workingSince }: RunTime, now: number): number {
  return workingSince === null ? worked : worked + now - workingSince;
}
