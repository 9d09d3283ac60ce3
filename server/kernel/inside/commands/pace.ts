/**
 * The first answers are told at once, because the cell may compute for long after each; as many
 * again may be told so after some quiet. Each costs a cell that sends a thousand commands about 1 %.
 */
export const AT_ONCE = 2;

/** When the commands of a run are told next. */
export class Pace {
  /** How many answers may be told at once. */
  credit = AT_ONCE;
  /** performance.now() */
  toldAt = 0;
  isScheduled = false;
  /** True when it is told as soon as what runs now is over. */
  isAtOnce = false;
}
