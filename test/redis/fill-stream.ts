import type { LearnerRedis } from './instance.ts';

/** Adds the entries `1-0` to `<count>-0`, all with the same fields: names and values in turn. */
export async function fillStream(
  learner: LearnerRedis['learner'],
  key: string,
  count: number,
  fields: readonly string[] = ['a', '1'],
): Promise<void> {
  const multi = learner.multi();
  for (let i = 1; i <= count; i++) multi.addCommand(['XADD', key, `${i}-0`, ...fields]);
  await multi.exec();
}
