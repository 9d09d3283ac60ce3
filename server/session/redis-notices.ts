/** Why the data of a Redis is gone, and what keeps it from answering, in sentences for the learner. */

export const NEW_REDIS =
  'Redis ended unexpectedly and was replaced by an empty one. Variables are kept: run the cells above again to fill it.';

/** @param ms for how long it has not answered; @param longestMs when it is replaced */
export function busyRedis(ms: number, longestMs: number): string {
  return `Redis has been busy with one command for ${seconds(ms)} and answers nothing else meanwhile. If it is not done after ${seconds(longestMs)}, Redis is replaced by an empty one.`;
}

export function stuckRedis(longestMs: number): string {
  return `Redis was busy with one command for more than ${seconds(longestMs)} and was replaced by an empty one. Variables are kept: let the command do less at once, and run the cells above again to fill Redis.`;
}

function seconds(ms: number): string {
  const value = Math.round(ms / 1000);
  return `${value} ${value === 1 ? 'second' : 'seconds'}`;
}
