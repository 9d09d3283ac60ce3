import type { Limits } from '../config/limits.ts';

/** What a learner is told of a Redis that was replaced, by why that was. */
export function newRedis(
  reason: 'memory' | 'stuck' | 'ended',
  { redisBusyMs, redisMemoryMb }: Limits,
): string {
  switch (reason) {
    case 'memory':
      return `Redis ran out of memory in the middle of a command (it may hold ${redisMemoryMb} MB) and was replaced by an empty one. Variables are kept: let the command make less at once, and run the cells above again to fill Redis.`;
    case 'stuck':
      return `Redis was busy with one command for more than ${seconds(redisBusyMs)} and was replaced by an empty one. Variables are kept: let the command do less at once, and run the cells above again to fill Redis.`;
    case 'ended':
      return 'Redis ended unexpectedly and was replaced by an empty one. Variables are kept: run the cells above again to fill it.';
  }
}

/** @param ms for how long it has not answered; @param longestMs when it is replaced */
export function busyRedis(ms: number, longestMs: number): string {
  return `Redis has been busy with one command for ${seconds(ms)} and answers nothing else meanwhile. If it is not done after ${seconds(longestMs)}, Redis is replaced by an empty one.`;
}

function seconds(ms: number): string {
  const value = Math.round(ms / 1000);
  return `${value} ${value === 1 ? 'second' : 'seconds'}`;
}
