import { describe, expect, it } from 'vitest';
import { applyEvent } from '../session/apply-event.ts';
import type { CommandRow } from '../session/command.ts';
import { EMPTY_HISTORY } from '../session/extend-history.ts';
import type { SessionView } from '../session/view.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { entryLife } from './entry-life.ts';
import { EMPTY_LENS, type Group, type LensSnapshot, type PendingRow } from './snapshot.ts';

const ENTRY = '5-0';

/** A lens with the stream `s`, its entries, and the pending entries list of its group `g` by consumer. */
function lens(
  at: number,
  ids: string[],
  pending: Record<string, Partial<PendingRow>[]> | null = null,
  lastDeliveredId = '5-0',
): LensSnapshot {
  const consumers = Object.entries(pending ?? {}).map(([name, rows]) => ({
    name,
    seenAt: at,
    activeAt: null,
    pendingCount: rows.length,
    pending: rows.map((row) => ({
      id: ENTRY,
      deliveredAt: 100,
      deliveries: 1,
      ghost: false,
      ...row,
    })),
  }));
  const group: Group = {
    name: 'g',
    lastDeliveredId,
    entriesRead: null,
    lag: null,
    pendingCount: consumers.reduce((sum, { pendingCount }) => sum + pendingCount, 0),
    consumers,
    omitted: 0,
  };
  const stream = {
    key: 's',
    length: ids.length,
    lastGeneratedId: ids.at(-1) ?? '5-0',
    entriesAdded: null,
    maxDeletedId: '0-0',
    firstId: ids[0] ?? null,
    expiresAt: null,
    entries: ids.map((id) => ({ id, fields: [['n', '1']] satisfies [string, string][] })),
    groups: pending ? [group] : [],
    omitted: 0,
  };
  return { at, streams: [stream], omitted: 0 };
}

const command = (args: string, reply: string): CommandRow => ({
  count: 1,
  failed: 0,
  duration: 1,
  commands: [
    { args: args.split(' '), isCut: false, reply, failed: false, duration: 1, connection: 1 },
  ],
});
const ADD = command('XADD s * n 1', '"5-0"');
const READ = command('XREADGROUP GROUP g c1 STREAMS s >', '1) "s" 2) "5-0"');
const CLAIM = command('XCLAIM s g c2 0 5-0', '"5-0"');
const ACK = command('XACK s g 5-0', '(integer) 1');
const DELETE = command('XDEL s 5-0', '(integer) 1');

/** A session that is told what happens, as the server tells it. */
class Session {
  view: SessionView = {
    kernel: { state: 'ready', generation: 1, notice: null },
    redis: { state: 'ready', product: 'Redis', version: '7.0.15', notice: null },
    runs: [],
    lens: null,
    lensBase: null,
    history: EMPTY_HISTORY,
  };
  #count = 0;

  sees(lens: LensSnapshot): this {
    const changes = diffSnapshots(this.view.lens ?? EMPTY_LENS, lens);
    this.view = applyEvent(this.view, { kind: 'lens', at: lens.at, changes });
    return this;
  }

  starts(run: string): this {
    this.#apply({ kind: 'run-queued', run, cell: `cell-${run}`, sourceHash: '' });
    this.#apply({ kind: 'run-started', run, count: ++this.#count, at: this.#count });
    return this;
  }

  sends(run: string, ...rows: CommandRow[]): this {
    const all = rows.map((row, index) => ({ index, row }));
    return this.#apply({ kind: 'run-commands', run, rows: all, omitted: 0 });
  }

  ends(run: string): this {
    return this.#apply({ kind: 'run-ended', run, status: 'ok', duration: 1000 });
  }

  /** One run from its start to its end. */
  runs(run: string, row: CommandRow, after: LensSnapshot): this {
    return this.starts(run).sends(run, row).sees(after).ends(run);
  }

  rewinds(to: string, at: number): this {
    return this.#apply({ kind: 'rewound', id: `rewind-${to}`, to, at });
  }

  life(now: LensSnapshot | null = null) {
    return entryLife(this.view.history, 's', ENTRY, now);
  }

  /** Each step as its kind and the cell that did it. */
  steps() {
    return this.life().map(({ kind, by }) => [kind, by?.cell ?? null]);
  }

  #apply(event: Parameters<typeof applyEvent>[1]): this {
    this.view = applyEvent(this.view, event);
    return this;
  }
}

const fresh = () => new Session().sees({ ...EMPTY_LENS, at: 1 });
const there = ['5-0'];

describe('the life of an entry', () => {
  it('is told from its first step to its last, with the cells that did each', () => {
    const session = fresh()
      .runs('add', ADD, lens(10, there, {}, '0-0'))
      .runs('read', READ, lens(20, there, { c1: [{}] }))
      .runs('claim', CLAIM, lens(30, there, { c1: [], c2: [{ deliveries: 2, deliveredAt: 200 }] }))
      .runs('ack', ACK, lens(40, there, { c1: [], c2: [] }))
      .runs('delete', DELETE, lens(50, [], { c1: [], c2: [] }));
    expect(session.steps()).toEqual([
      ['entry-added', 'cell-add'],
      ['delivered', 'cell-read'],
      ['claimed', 'cell-claim'],
      ['acknowledged', 'cell-ack'],
      ['entry-removed', 'cell-delete'],
    ]);
    const [added, , claimed, acknowledged] = session.life();
    expect(added).toMatchObject({ mark: 'add', by: { count: 1 }, at: 1001, group: null });
    expect(claimed).toMatchObject({ group: 'g', text: expect.stringContaining('XCLAIM') });
    expect(acknowledged?.mark).toBe('ack');
  });

  it('says when it was there before anything that is kept', () => {
    const session = new Session().sees(lens(1, there, { c1: [{ deliveries: 3 }] }));
    expect(session.life()).toEqual([
      {
        kind: 'there',
        group: null,
        text: 'It was there already, before the first run that is kept here: in the stream; pending of c1 in g, delivered 3 times.',
        mark: null,
        by: null,
        at: null,
      },
    ]);
  });

  it('is empty for an entry that nothing is known of', () => {
    expect(fresh().runs('add', ADD, lens(10, there)).life()).toHaveLength(1);
    expect(entryLife(fresh().view.history, 's', ENTRY)).toEqual([]);
    expect(entryLife(fresh().runs('add', ADD, lens(10, there)).view.history, 't', ENTRY)).toEqual(
      [],
    );
  });

  it('tells of a ghost, and of its end', () => {
    const session = fresh()
      .runs('add', ADD, lens(10, there, { c1: [{}] }))
      .runs('delete', DELETE, lens(20, [], { c1: [{ ghost: true }] }))
      .runs('ack', ACK, lens(30, [], { c1: [] }));
    expect(session.steps().slice(2)).toEqual([
      ['entry-removed', 'cell-delete'],
      ['ghost-made', 'cell-delete'],
      ['ghost-gone', 'cell-ack'],
    ]);
  });

  it('ends with its stream, and its pending row with the group', () => {
    const destroy = command('XGROUP DESTROY s g', '(integer) 1');
    const session = fresh()
      .runs('add', ADD, lens(10, there, { c1: [{}] }))
      .runs('destroy', destroy, lens(20, there))
      .runs('del', command('DEL s', '(integer) 1'), { ...EMPTY_LENS, at: 30 });
    expect(session.steps().slice(-2)).toEqual([
      ['group-destroyed', 'cell-destroy'],
      ['stream-gone', 'cell-del'],
    ]);
  });

  it('does not tell of a group that did not hold it, nor of other entries', () => {
    const destroy = command('XGROUP DESTROY s g', '(integer) 1');
    const session = fresh()
      .runs('add', ADD, lens(10, there, {}))
      .runs('other', command('XADD s 6-0 n 1', '"6-0"'), lens(15, [...there, '6-0'], {}))
      .runs('destroy', destroy, lens(20, [...there, '6-0']));
    expect(session.steps()).toEqual([['entry-added', 'cell-add']]);
  });

  it('names the cell that was still running, not the one that ended first', () => {
    // A blocked reader is woken by another cell, which ends before it.
    const session = fresh()
      .sees(lens(5, [], {}, '0-0'))
      .starts('reader')
      .sends('reader', READ)
      .starts('adder')
      .sends('adder', ADD)
      .sees(lens(10, there, { c1: [{}] }))
      .ends('adder')
      .ends('reader');
    expect(session.steps()).toEqual([
      ['entry-added', 'cell-adder'],
      ['delivered', 'cell-reader'],
    ]);
    expect(session.life().map(({ mark }) => mark)).toEqual(['adder', 'adder']);
  });

  it('names no cell while the one that did it still runs', () => {
    const session = fresh()
      .sees(lens(5, [], {}, '0-0'))
      .starts('reader')
      .sends('reader', READ)
      .starts('adder')
      .sends('adder', ADD)
      .sees(lens(10, there, { c1: [{}] }))
      .ends('adder');
    expect(session.steps()).toEqual([
      ['entry-added', 'cell-adder'],
      ['delivered', null],
    ]);
  });

  it('tells one step for a rewind: how the entry is after it', () => {
    const session = fresh()
      .runs('add', ADD, lens(10, there, {}, '0-0'))
      .runs('read', READ, lens(20, there, { c1: [{}] }))
      .sees(lens(30, there, {}, '0-0'))
      .rewinds('read', 31);
    const last = session.life().at(-1);
    expect(last).toMatchObject({ kind: 'rewound', mark: 'rewind-read', by: null });
    expect(last?.text).toBe(
      'Redis was put back, and the entry with it: in the stream; not yet delivered to g.',
    );
  });

  it('tells what has happened since the last mark, without a cell', () => {
    const session = fresh().runs('add', ADD, lens(10, there, {}, '0-0'));
    const steps = session.life(lens(20, there, { c1: [{}] }));
    expect(steps.at(-1)).toMatchObject({ kind: 'delivered', mark: null, by: null, at: 20 });
    expect(steps).toHaveLength(2);
  });
});
