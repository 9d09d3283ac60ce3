import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { ownChanges } from './own-changes.ts';
import { entry, row, sent } from './testing/build.ts';

const added = (id: string): Change => ({ kind: 'entry-added', stream: 's', entry: entry(id) });
const delivered: Change = {
  ...{ kind: 'delivered', stream: 's', group: 'g', consumer: 'c', row: row('1-0') },
};
const omitted: Change = { kind: 'streams-omitted', omitted: 3 };
const hidden: Change = { kind: 'stream-gone', stream: 's', why: 'hidden' };
const all = [added('1-0'), delivered, omitted, hidden];

const add = (id: string) => sent('XADD s * n 1', `"${id}"`);
const read = sent('XREADGROUP GROUP g c STREAMS s >', null);

describe('ownChanges', () => {
  it('keeps everything when no other run went on', () => {
    expect(ownChanges(all, [], [])).toEqual(all);
    expect(ownChanges(all, [], [[]])).toEqual(all);
  });

  it('keeps what its own commands can have caused, even if others can as well', () => {
    expect(ownChanges([delivered], [read], [[read]])).toEqual([delivered]);
  });

  it('leaves to another run what only that one can have caused', () => {
    expect(ownChanges([added('1-0'), delivered], [read], [[add('1-0')]])).toEqual([delivered]);
    expect(ownChanges([added('1-0'), added('2-0')], [add('2-0')], [[add('1-0')]])).toEqual([
      added('2-0'),
    ]);
  });

  it('keeps what nobody can have caused: it happened while the run went on', () => {
    expect(ownChanges([delivered], [], [[add('1-0')]])).toEqual([delivered]);
  });

  it('leaves out figures and what is only hidden, which belong to all runs', () => {
    expect(ownChanges(all, [read], [[add('1-0')]])).toEqual([delivered]);
  });
});
