import { describe, expect, it } from 'vitest';
import { MAX_CHANGE_IDS, MAX_CHANGE_LINES } from '../limits/limits.ts';
import type { CommandRow } from '../session/command.ts';
import type { Change, ToldChange } from './change.ts';
import { describeChange, describeChanges } from './describe-changes.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { consumer, entry, group, lens, row, sent, stream } from './testing/build.ts';

const cg = { stream: 'orders', group: 'cg' };
const c1 = { ...cg, consumer: 'cg.c1' };
const twice = row('1-0', { deliveries: 2 });
const added: ToldChange = { kind: 'entry-added', stream: 'orders', entry: entry('1-0') };
const gone: ToldChange = { kind: 'stream-gone', stream: 'orders', why: 'deleted' };
const removed: ToldChange = { kind: 'entry-removed', stream: 'orders', id: '1-0', why: 'trimmed' };
const moved: ToldChange = { kind: 'group-moved', ...cg, from: '0-0', to: '1-0' };
const appeared: ToldChange = { kind: 'consumer-appeared', ...cg, consumer: 'ann' };
const delivered: ToldChange = { kind: 'delivered', ...c1, row: row('1-0') };
const claimed: ToldChange = {
  ...{ kind: 'claimed', ...cg, from: 'cg.c1', to: 'cg.c2', row: twice, deliveries: 1 },
};
const redelivered: ToldChange = { kind: 'redelivered', ...c1, row: twice, deliveries: 1 };
const acknowledged: ToldChange = { kind: 'acknowledged', ...c1, id: '1-0' };
const ghostMade: ToldChange = { kind: 'ghost-made', ...c1, id: '1-0' };
const ghostGone: ToldChange = { kind: 'ghost-gone', ...c1, id: '1-0' };
const dropped: ToldChange = { kind: 'dropped', ...c1, id: '1-0' };

describe('describeChange, one sentence for each change and its cause', () => {
  // prettier-ignore
  it.each<[string, ToldChange, string]>([
    ['XADD orders * n 1', { kind: 'stream-made', stream: 'orders' }, 'The stream orders was made by XADD, because the key did not exist yet.'],
    ['XGROUP CREATE orders cg $ MKSTREAM', { kind: 'stream-made', stream: 'orders' }, 'The stream orders was made without an entry, because XGROUP CREATE had the option MKSTREAM.'],
    ['COPY old orders', { kind: 'stream-made', stream: 'orders' }, 'The stream orders was put there by COPY.'],
    ['', { kind: 'stream-made', stream: 'orders' }, 'The stream orders is there now.'],
    ['DEL orders', gone, 'The stream orders is gone, with its entries and its groups, because DEL deleted the key.'],
    ['UNLINK orders', gone, 'The stream orders is gone, with its entries and its groups, because UNLINK deleted the key.'],
    ['FLUSHDB', gone, 'The stream orders is gone, with its entries and its groups, because FLUSHDB deletes every key.'],
    ['SET orders 1', gone, 'The stream orders is gone, with its entries and its groups, because SET wrote something else in its place.'],
    ['RENAME orders old', gone, 'The key orders is gone, because RENAME gave its stream another name.'],
    ['MOVE orders 1', gone, 'The stream orders is gone, with its entries and its groups, because MOVE took it to another database.'],
    ['', gone, 'The stream orders is gone, with its entries and its groups: its key was deleted.'],
    ['PEXPIRE orders 5', { ...gone, why: 'expired' }, 'The stream orders is gone, with its entries and its groups, because the time to live that PEXPIRE gave it was over.'],
    ['', { ...gone, why: 'expired' }, 'The stream orders is gone, with its entries and its groups: its time to live was over.'],
    ['EXPIRE orders 5', { kind: 'expiry-changed', stream: 'orders', from: null, to: 0 }, 'The stream orders will expire at 1970-01-01 00:00:00 UTC, because EXPIRE set its time to live.'],
    ['', { kind: 'expiry-changed', stream: 'orders', from: null, to: 9e15 }, 'The stream orders will expire at a time too far away to be written as a date.'],
    ['PERSIST orders', { kind: 'expiry-changed', stream: 'orders', from: 5, to: null }, 'The stream orders will not expire any more, because PERSIST took its time to live away.'],
    ['', { kind: 'expiry-changed', stream: 'orders', from: 5, to: null }, 'The stream orders will not expire any more.'],
    ['XADD orders * n 1', added, '1-0 was added to orders by XADD.'],
    ['', added, '1-0 was added to orders.'],
    ['XDEL orders 1-0', { ...removed, why: 'deleted' }, '1-0 was deleted from orders by XDEL.'],
    ['XDEL orders 1-0', removed, '1-0 was deleted from orders by XDEL.'],
    ['XTRIM orders MAXLEN 5', removed, '1-0 was trimmed from orders, because XTRIM with MAXLEN keeps only the newest entries.'],
    ['XADD orders MINID 5 * n 1', removed, '1-0 was trimmed from orders, because XADD with MINID keeps no entry below that id.'],
    ['', removed, '1-0 was trimmed from orders: trimming takes the oldest entries first.'],
    ['', { ...removed, why: 'deleted' }, '1-0 was deleted from orders.'],
    ['XGROUP CREATE orders cg 0', { kind: 'group-made', ...cg, lastDeliveredId: '0-0' }, 'The group cg of orders was made by XGROUP CREATE: it delivers the first entry of the stream next.'],
    ['', { kind: 'group-made', ...cg, lastDeliveredId: '1-0' }, 'The group cg of orders is there now: it delivers the entries after 1-0 next.'],
    ['XGROUP DESTROY orders cg', { kind: 'group-destroyed', ...cg }, 'The group cg of orders was destroyed by XGROUP DESTROY, with its consumers and its pending entries list; that deletes no entry.'],
    ['XREADGROUP GROUP cg cg.c1 STREAMS orders >', moved, 'cg moved its last-delivered id in orders to 1-0, because XREADGROUP delivered up to there.'],
    ['XREADGROUP GROUP cg cg.c1 NOACK STREAMS orders >', moved, 'cg moved its last-delivered id in orders to 1-0, because XREADGROUP delivered up to there; with NOACK, nothing of it is pending.'],
    ['XGROUP SETID orders cg $', moved, 'cg moved its last-delivered id in orders to 1-0, because XGROUP SETID set it: no entry was delivered or lost.'],
    ['XGROUP SETID orders cg 0', { ...moved, from: '1-0', to: '0-0' }, 'cg moved its last-delivered id in orders back to 0-0, because XGROUP SETID set it: no entry was delivered or lost.'],
    ['XCLAIM orders cg c 0 1-0 LASTID 1-0', moved, 'cg moved its last-delivered id in orders to 1-0, because XCLAIM with LASTID set it.'],
    ['XGROUP CREATE orders cg $', moved, 'cg moved its last-delivered id in orders to 1-0, because it was destroyed and made again by XGROUP CREATE.'],
    ['RENAME old orders', moved, 'cg moved its last-delivered id in orders to 1-0, because RENAME put another stream in its place.'],
    ['', moved, 'cg moved its last-delivered id in orders to 1-0; it was 0-0.'],
    ['XREADGROUP GROUP cg ann STREAMS orders >', appeared, 'The consumer ann of cg appeared in orders, because XREADGROUP makes a consumer by itself when it does not exist yet.'],
    ['XGROUP CREATECONSUMER orders cg ann', appeared, 'The consumer ann of cg was made in orders by XGROUP CREATECONSUMER.'],
    ['', appeared, 'The consumer ann of cg is there now in orders.'],
    ['XGROUP DELCONSUMER orders cg cg.c1', { kind: 'consumer-removed', ...c1 }, 'The consumer cg.c1 was removed from orders by XGROUP DELCONSUMER.'],
    ['XREADGROUP GROUP cg cg.c1 STREAMS orders >', delivered, 'XREADGROUP gave cg.c1 1-0 of orders: it is pending until it is acknowledged.'],
    ['XCLAIM orders cg cg.c1 0 1-0 FORCE', delivered, '1-0 of orders is pending for cg.c1 now, because XCLAIM with FORCE makes pending what was not.'],
    ['', delivered, 'cg.c1 was given 1-0 of orders: it is pending until it is acknowledged.'],
    ['XCLAIM orders cg cg.c2 0 1-0', claimed, 'cg.c2 now owns 1-0 of orders, which was pending for cg.c1: its delivery count went from 1 to 2, because XCLAIM counts as a delivery.'],
    ['XAUTOCLAIM orders cg cg.c2 0 0', claimed, 'cg.c2 now owns 1-0 of orders, which was pending for cg.c1: its delivery count went from 1 to 2, because XAUTOCLAIM counts as a delivery.'],
    ['XCLAIM orders cg cg.c2 0 1-0 JUSTID', { ...claimed, deliveries: 2 }, 'cg.c2 now owns 1-0 of orders, which was pending for cg.c1: its delivery count stays 2, because XCLAIM with JUSTID does not count as a delivery.'],
    ['XCLAIM orders cg cg.c2 0 1-0 RETRYCOUNT 2', claimed, 'cg.c2 now owns 1-0 of orders, which was pending for cg.c1: its delivery count went from 1 to 2, because XCLAIM with RETRYCOUNT sets the count.'],
    ['XREADGROUP GROUP cg cg.c2 STREAMS orders >', { ...claimed, row: row('1-0'), deliveries: 3 }, 'cg.c2 now owns 1-0 of orders, which was pending for cg.c1: its delivery count went from 3 to 1, because XREADGROUP delivers it as if it were new, and counts from 1.'],
    ['', claimed, 'cg.c2 now owns 1-0 of orders, which was pending for cg.c1: its delivery count went from 1 to 2.'],
    ['XREADGROUP GROUP cg cg.c1 STREAMS orders 0', redelivered, 'cg.c1 read 1-0 of orders again, from what is pending for it: its delivery count went from 1 to 2, because XREADGROUP with an id counts as a delivery, too.'],
    ['XCLAIM orders cg cg.c1 0 1-0', redelivered, 'cg.c1 claimed 1-0 of orders, which it owned already: its delivery count went from 1 to 2, because XCLAIM counts as a delivery.'],
    ['', redelivered, '1-0 of orders was delivered to cg.c1 again: its delivery count went from 1 to 2.'],
    ['XACK orders cg 1-0', acknowledged, '1-0 of orders is no longer pending for cg.c1, because XACK acknowledged it.'],
    ['XACKDEL orders cg IDS 1 1-0', acknowledged, '1-0 of orders is no longer pending for cg.c1, because XACKDEL acknowledged it.'],
    ['XAUTOCLAIM orders cg cg.c2 0 0', acknowledged, '1-0 of orders is no longer pending for cg.c1, because XAUTOCLAIM drops what the stream does not hold any more.'],
    ['XGROUP DESTROY orders cg', acknowledged, '1-0 of orders is no longer pending for cg.c1, because XGROUP DESTROY drops the whole list.'],
    ['XNACK orders cg FAIL IDS 1 1-0', acknowledged, '1-0 of orders is no longer pending for cg.c1, because XNACK gave it back.'],
    ['XDELEX orders DELREF IDS 1 1-0', acknowledged, '1-0 of orders is no longer pending for cg.c1, because XDELEX removed it from the list.'],
    ['', acknowledged, '1-0 of orders was acknowledged, and is no longer pending for cg.c1.'],
    ['XDEL orders 1-0', ghostMade, '1-0 of orders was deleted by XDEL, but it stays on the pending entries list of cg.c1 as a ghost: deleting is not acknowledging.'],
    ['XTRIM orders MAXLEN 5', ghostMade, '1-0 of orders was trimmed by XTRIM, but it stays on the pending entries list of cg.c1 as a ghost: trimming is not acknowledging.'],
    ['', ghostMade, '1-0 of orders is gone, but it stays on the pending entries list of cg.c1 as a ghost: deleting is not acknowledging.'],
    ['XACK orders cg 1-0', ghostGone, 'In orders, the ghost of 1-0 left the pending entries list of cg.c1, because XACK acknowledged it.'],
    ['XCLAIM orders cg cg.c2 0 1-0', ghostGone, 'In orders, the ghost of 1-0 left the pending entries list of cg.c1, because XCLAIM drops what the stream does not hold any more.'],
    ['XGROUP DELCONSUMER orders cg cg.c1', ghostGone, 'In orders, the ghost of 1-0 left the pending entries list of cg.c1, because XGROUP DELCONSUMER drops what its consumer had pending.'],
    ['', ghostGone, 'In orders, the ghost of 1-0 left the pending entries list of cg.c1.'],
    ['XGROUP DELCONSUMER orders cg cg.c1', dropped, '1-0 of orders is no longer pending, because XGROUP DELCONSUMER drops what cg.c1 had pending: nobody can claim it any more.'],
    ['', dropped, '1-0 of orders is no longer pending, because its consumer cg.c1 is gone: nobody can claim it any more.'],
  ])('%s: %o', (command, change, text) => {
    expect(describeChange(change, [sent(command, null)])).toBe(text);
  });

  it('quotes names that would be misread in a sentence, and shortens long ones', () => {
    const say = (name: string) => describeChange({ kind: 'stream-made', stream: name }, []);
    expect(say('')).toBe('The stream "" is there now.');
    expect(say('my "key"\n')).toBe('The stream "my \\"key\\"\\n" is there now.');
    expect(say('заказы:1')).toBe('The stream заказы:1 is there now.');
    expect(say('k'.repeat(300))).toBe(`The stream ${'k'.repeat(60)}… is there now.`);
  });
});

const addedMany = (count: number): Change[] =>
  Array.from({ length: count }, (_, i) => ({ ...added, entry: entry(`${i + 1}-0`) }));
const texts = (changes: Change[], rows: CommandRow[] = []) =>
  describeChanges(changes, rows).map(({ text }) => text);

describe('describeChanges', () => {
  it('gives a line all that a table needs', () => {
    const rows = [sent('XLEN orders'), sent('XCLAIM orders cg cg.c2 0 1-0')];
    expect(describeChanges([claimed], rows)).toEqual([
      {
        kind: 'claimed',
        sign: '~',
        text: describeChange(claimed, rows),
        count: 1,
        stream: 'orders',
        group: 'cg',
        consumer: 'cg.c2',
        ids: ['1-0'],
        row: 1,
      },
    ]);
    expect(describeChanges([added], [])).toMatchObject([
      { sign: '+', group: null, consumer: null, row: null },
    ]);
  });

  it('names up to three entries, and counts more', () => {
    expect(texts(addedMany(2))).toEqual(['1-0 and 2-0 were added to orders.']);
    expect(texts(addedMany(3))).toEqual(['1-0, 2-0 and 3-0 were added to orders.']);
    expect(texts(addedMany(10))).toEqual(['10 entries were added to orders.']);
    expect(describeChanges(addedMany(1000), [])).toMatchObject([
      { count: 1000, ids: addedMany(MAX_CHANGE_IDS).map((_, i) => `${i + 1}-0`) },
    ]);
  });

  it('writes all that depends on the number in the plural', () => {
    const rows = ['1-0', '2-0'].map((id) => row(id, { deliveries: 2 }));
    const each = (change: (id: string) => ToldChange) => ['1-0', '2-0'].map(change);
    const claims = rows.map((one): ToldChange => ({ ...claimed, row: one }));
    expect(texts(claims, [sent('XCLAIM orders cg cg.c2 0 1-0 2-0')])).toEqual([
      'cg.c2 now owns 1-0 and 2-0 of orders, which were pending for cg.c1: their delivery counts went from 1 to 2, because XCLAIM counts as a delivery.',
    ]);
    expect(texts(each((id) => ({ ...ghostMade, id })))).toEqual([
      '1-0 and 2-0 of orders are gone, but they stay on the pending entries list of cg.c1 as ghosts: deleting is not acknowledging.',
    ]);
    expect(
      texts(
        each((id) => ({ ...acknowledged, id })),
        [sent('XACK orders cg 1-0 2-0')],
      ),
    ).toEqual([
      '1-0 and 2-0 of orders are no longer pending for cg.c1, because XACK acknowledged them.',
    ]);
    expect(texts(each((id) => ({ ...delivered, row: row(id) })))).toEqual([
      'cg.c1 was given 1-0 and 2-0 of orders: they are pending until they are acknowledged.',
    ]);
  });

  it('does not give one count for rows that have different ones', () => {
    const other = row('2-0', { deliveries: 6 });
    expect(texts([claimed, { ...claimed, row: other, deliveries: 5 }])).toEqual([
      'cg.c2 now owns 1-0 and 2-0 of orders, which were pending for cg.c1: their delivery counts rose.',
    ]);
  });

  it('tells what different commands did in lines of their own', () => {
    const second = { ...removed, id: '2-0' };
    const rows = [sent('XDEL orders 1-0'), sent('XTRIM orders MAXLEN 5')];
    expect(describeChanges([removed, second], rows).map((line) => line.row)).toEqual([0, 1]);
  });

  it('links what several equal commands did to the last of them', () => {
    const rows = [sent('XADD orders 1-0 a 1'), sent('XADD orders 2-0 b 2')];
    expect(describeChanges(addedMany(2), rows)).toMatchObject([{ count: 2, row: 1 }]);
  });

  it('begins with the stream, then goes group by group, and by streams in their order', () => {
    const before = lens();
    const groups = [group('', [consumer('a', [row('1-0')])]), group('g')];
    const after = lens([stream('a', ['1-0'], { groups }), stream('b', [])]);
    expect(
      describeChanges(diffSnapshots(before, after).reverse(), []).map((line) => [
        line.stream,
        line.kind,
        line.group,
      ]),
    ).toEqual([
      ['a', 'stream-made', null],
      ['a', 'entry-added', null],
      ['a', 'group-made', ''],
      ['a', 'consumer-appeared', ''],
      ['a', 'delivered', ''],
      ['a', 'group-made', 'g'],
      ['b', 'stream-made', null],
    ]);
  });

  it('says in its last line how much it leaves out', () => {
    const made = Array.from({ length: MAX_CHANGE_LINES + 5 }, (_, i): Change => {
      return { kind: 'stream-made', stream: String(i) };
    });
    const lines = describeChanges(made, []);
    expect(lines).toHaveLength(MAX_CHANGE_LINES);
    expect(lines.at(-1)).toMatchObject({
      kind: 'more',
      count: 6,
      text: 'There are 6 more changes, which are not listed here.',
    });
    expect(describeChanges(made.slice(0, MAX_CHANGE_LINES), []).at(-1)?.kind).toBe('stream-made');
  });

  it('says nothing of what only keeps a snapshot complete', () => {
    const hidden: Change = { kind: 'stream-gone', stream: 's', why: 'hidden' };
    expect(describeChanges([{ kind: 'streams-omitted', omitted: 4 }, hidden], [])).toEqual([]);
  });
});

describe('describeChanges, what the lens has no room for', () => {
  it('counts entries that were added, but are not shown', () => {
    const after = stream('s', ['8-0', '9-0'], { length: 9, entriesAdded: 9, firstId: '1-0' });
    expect(texts(diffSnapshots(lens([stream('s', [])]), lens([after])))).toEqual([
      '9 entries were added to s; the lens shows 2 of them.',
    ]);
  });

  it('tells entries that came and went between two reads when a command explains them', () => {
    const after = stream('s', [], { entriesAdded: 5, lastGeneratedId: '5-0' });
    const changes = diffSnapshots(lens([stream('s', [])]), lens([after]));
    expect(texts(changes)).toEqual([]);
    expect(texts(changes, [sent('XADD s MAXLEN 0 * n 1', null)])).toEqual([
      '5 entries were added to s by XADD; the lens shows none of them.',
      '5 entries were trimmed from s, because XADD with MAXLEN keeps only the newest entries; the lens shows none of them.',
    ]);
  });

  it('counts rows that became pending, or were acknowledged, but are not shown', () => {
    const ids = ['1-0', '2-0', '3-0', '4-0', '5-0'];
    const having = (shown: string[], pendingCount: number) =>
      lens([
        stream('s', ids, {
          groups: [
            group('g', [
              consumer(
                'c',
                shown.map((id) => row(id)),
                { pendingCount },
              ),
            ]),
          ],
        }),
      ]);
    const [none, some] = [having([], 0), having(['1-0', '2-0'], 5)];
    expect(texts(diffSnapshots(none, some))).toEqual([
      'c of g was given 5 entries of s: they are pending until they are acknowledged; the lens shows 2 of them.',
    ]);
    expect(texts(diffSnapshots(some, none), [sent('XACK s g 1-0', '…', { isCut: true })])).toEqual([
      '5 entries of s are no longer pending for c of g, because XACK acknowledged them; the lens shows 2 of them.',
    ]);
  });
});
