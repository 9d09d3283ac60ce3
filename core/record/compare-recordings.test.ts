import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ChangeLine } from '../lens/change-line.ts';
import { compareRecordings } from './compare-recordings.ts';
import { formatRecording } from './format-recording.ts';
import { recordCells } from './record-cells.ts';
import { Recording, RECORDING_VERSION, type StoredRecording } from './recording.ts';
import { notebook } from './testing/notebook.ts';

const T = 1_795_000_000_000;
const { cells } = recordCells(
  notebook([`${T}-0`, `${T + 1}-0`, `${T + 1}-0`], [T, T + 50, T + 90]),
);

function stored(change: Partial<StoredRecording> = {}): StoredRecording {
  const redis = { product: 'Redis', version: '7.0.15' };
  const dialects = { walrus: cells, 'node-redis': cells };
  return { version: RECORDING_VERSION, redis, dialects, ...change };
}

const parse = (recording: StoredRecording) => v.parse(Recording, recording);

/** With the first cell of the library changed. */
function changed(change: Partial<(typeof cells)[number]>): Recording {
  const [first, ...rest] = cells;
  if (!first) throw new Error('The notebook has cells.');
  const walrus = [{ ...first, ...change }, ...rest];
  return parse(stored({ dialects: { walrus, 'node-redis': cells } }));
}

describe('compareRecordings', () => {
  it('finds nothing where nothing is different', () => {
    expect(compareRecordings(parse(stored()), parse(stored()))).toEqual([]);
  });

  it('says which cell is different, in what, and how', () => {
    const fresh = changed({ outputs: [{ kind: 'value', text: '42' }] });
    expect(compareRecordings(parse(stored()), fresh)).toEqual([
      'The cell "add" (walrus): what it shows is not as recorded.\n' +
        '  recorded: "kind": "text",\n  now:      "kind": "value",',
    ]);
    expect(compareRecordings(parse(stored()), changed({ sourceHash: 'ffffffff' }))).toEqual([
      'The cell "add" (walrus): its text is not as recorded.\n' +
        '  recorded: "0123abcd"\n  now:      "ffffffff"',
    ]);
  });

  it('names cells that came or went', () => {
    const fewer = parse(stored({ dialects: { walrus: cells.slice(1), 'node-redis': cells } }));
    expect(compareRecordings(parse(stored()), fewer)).toEqual([
      'The cell "add" (walrus) was recorded, and is not in the lesson.',
    ]);
    expect(compareRecordings(fewer, parse(stored()))).toEqual([
      'The cell "add" (walrus) was not recorded.',
    ]);
  });

  it('asks of another version of Redis only what versions have in common', () => {
    const other = (version: string) => ({ product: 'Redis', version });
    const delta = cells[0]?.delta.map((change) =>
      change.kind === 'stream-figures' ? { ...change, entriesAdded: null, added: null } : change,
    );
    const appeared: ChangeLine = {
      ...{ kind: 'consumer-appeared', sign: '+', text: 'The consumer c appeared in s.', count: 1 },
      ...{ stream: 's', group: 'g', consumer: 'c', ids: [], row: null },
    };
    const changes = [...(cells[0]?.changes ?? []), appeared];
    const fresh = changed({ changes, ...(delta && { delta }) });
    expect(compareRecordings(parse(stored()), fresh)).toHaveLength(1);
    expect(compareRecordings(parse(stored()), { ...fresh, redis: other('7.0.2') })).toHaveLength(1);
    expect(compareRecordings(parse(stored()), { ...fresh, redis: other('6.2.14') })).toEqual([]);
  });
});

describe('formatRecording', () => {
  it('writes what can be read back, an output, a command and a change on a line each', () => {
    const text = formatRecording(stored());
    expect(parse(JSON.parse(text))).toEqual(parse(stored()));
    expect(text.split('\n').filter((line) => line.includes('"kind":"entry-added"'))).toHaveLength(
      2 * (3 + 1),
    );
  });
});
