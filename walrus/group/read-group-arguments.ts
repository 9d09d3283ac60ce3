import type { Argument } from '../connection/client.ts';
import type { Feature } from '../connection/needs-redis.ts';
import { checkWhole } from '../options.ts';
import type { GroupReadBasics } from './group-options.ts';

/** `XREADGROUP GROUP group consumer [COUNT n] [BLOCK ms] [CLAIM ms] [NOACK]`, up to STREAMS. */
export function readGroupArguments(
  group: string,
  consumer: string,
  { count, block, claimIdle, noAck }: GroupReadBasics,
): Argument[] {
  checkWhole('count', count, 1);
  checkWhole('block', block, 0);
  checkWhole('claimIdle', claimIdle, 0);
  const args: Argument[] = ['XREADGROUP', 'GROUP', group, consumer];
  if (count !== undefined) args.push('COUNT', String(count));
  if (block !== undefined) args.push('BLOCK', String(block));
  if (claimIdle !== undefined) args.push('CLAIM', String(claimIdle));
  if (noAck) args.push('NOACK');
  return args;
}

/** The feature behind `claimIdle`, if it is used. */
export function claimFeature({ claimIdle }: GroupReadBasics): Feature | undefined {
  return claimIdle === undefined ? undefined : { name: 'claimIdle', since: '8.4' };
}
