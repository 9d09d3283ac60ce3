import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordedNotebook, RecordedNotebook } from '../../core/record/recorded-notebook.ts';
import type { StoredRecording } from '../../core/record/recording.ts';
import { snapshotAt } from '../../core/session/snapshot-at.ts';
import { viewOfRecording } from './recorded-notebook-view.ts';

const cell = (slug: string, stream: string) => ({
  cell: slug,
  sourceHash: slug,
  status: 'ok' as const,
  outputs: [],
  commands: [{ count: 2, commands: [{ args: ['XADD', stream], reply: '1-0' }] }],
  changes: [],
  at: 1000,
  delta: [],
});
const recording = (version: string, ...cells: StoredRecording['dialects']['walrus']) => ({
  version: 1 as const,
  redis: { product: 'Redis', version },
  dialects: { walrus: cells, 'node-redis': [] },
});
const recordings = [recording('7.0.15', cell('a', 's')), recording('8.0.0', cell('b', 't'))];

describe('viewOfRecording', () => {
  it('shows the cells of all lessons in their order, each with the Redis of its lesson', () => {
    const notebook = recordedNotebook(recordings, 'walrus');
    const { view, runs, redis } = viewOfRecording(v.parse(RecordedNotebook, notebook));
    expect(view.history.marks.map(({ cell: slug, count }) => [slug, count])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(runs.get('a')).toMatchObject({ redis: 'Redis 7.0.15', run: { status: 'ok' } });
    expect(runs.get('b')?.run.commands[0]).toMatchObject({ count: 2, failed: 0 });
    expect(redis).toBe('Redis 8.0.0');
    expect(snapshotAt(view.history, 1)).toEqual(view.lens);
  });

  it('shows nothing of a dialect in which nothing was recorded', () => {
    const notebook = recordedNotebook(recordings, 'node-redis');
    const { view, runs } = viewOfRecording(v.parse(RecordedNotebook, notebook));
    expect([view.runs, runs.size]).toEqual([[], 0]);
  });
});
