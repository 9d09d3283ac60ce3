import { DIALECTS } from '../lesson/dialects.ts';
import { asOfAnyRedis } from './as-of-any-redis.ts';
import type { RecordedCell, Recording } from './recording.ts';

/** What of a cell is compared, with the words for it. */
const PARTS = [
  ['sourceHash', 'its text'],
  ['status', 'its status'],
  ['outputs', 'what it shows'],
  ['commands', 'what it sends to Redis'],
  ['commandsOmitted', 'how much it sends to Redis'],
  ['changes', 'what it says to have changed'],
  ['delta', 'what it leaves in the streams'],
  ['at', 'how many ids it or a cell above it makes'],
] as const satisfies [keyof RecordedCell, string][];

/**
 * Sentences about cells that do not do any more what was recorded of them; empty when all do. With
 * another version of Redis than that of the recording, what depends on the version is not compared.
 */
export function compareRecordings(recorded: Recording, fresh: Recording): string[] {
  const isSameRedis = sameRedis(recorded.redis, fresh.redis);
  return DIALECTS.flatMap((dialect) => {
    const [before, after] = [recorded, fresh].map(({ dialects }) =>
      dialects[dialect].map((cell) => (isSameRedis ? cell : asOfAnyRedis(cell))),
    );
    return compareCells(before ?? [], after ?? [], dialect);
  });
}

function compareCells(before: RecordedCell[], after: RecordedCell[], dialect: string): string[] {
  const name = ({ cell }: RecordedCell) => `The cell "${cell}" (${dialect})`;
  const former = new Map(before.map((cell) => [cell.cell, cell]));
  const present = new Set(after.map(({ cell }) => cell));
  const gone = before.filter(({ cell }) => !present.has(cell));
  return [
    ...gone.map((cell) => `${name(cell)} was recorded, and is not in the lesson.`),
    ...after.flatMap((cell) => {
      const old = former.get(cell.cell);
      if (!old) return [`${name(cell)} was not recorded.`];
      const part = PARTS.find(([key]) => JSON.stringify(old[key]) !== JSON.stringify(cell[key]));
      if (!part) return [];
      const [key, words] = part;
      return [`${name(cell)}: ${words} is not as recorded.\n${difference(old[key], cell[key])}`];
    }),
  ];
}

/** The first lines that differ. */
function difference(before: unknown, after: unknown): string {
  const [old, fresh] = [before, after].map((value) => JSON.stringify(value, null, 1).split('\n'));
  const at = fresh?.findIndex((line, index) => line !== old?.[index]) ?? -1;
  const first = at < 0 ? (fresh?.length ?? 0) : at;
  const shown = (lines: string[] | undefined) => (lines?.[first] ?? '(nothing)').trim();
  return `  recorded: ${shown(old)}\n  now:      ${shown(fresh)}`;
}

/** True when both are the same product, and versions that count alike: 7.0.15 and 7.0.2. */
function sameRedis(a: Recording['redis'], b: Recording['redis']): boolean {
  const release = (version: string) => version.split('.').slice(0, 2).join('.');
  return a.product === b.product && release(a.version) === release(b.version);
}
