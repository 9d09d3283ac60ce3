import { describe, expect, it } from 'vitest';
import type { CommandRow } from '../session/command.ts';
import type { ToldChange } from './change.ts';
import { findCause } from './find-cause.ts';
import { commands, entry, row, sent } from './testing/build.ts';

const here = { stream: 's', group: 'g' };
const inC = { ...here, consumer: 'c' };

const CHANGES = {
  made: { kind: 'stream-made', stream: 's' },
  gone: { kind: 'stream-gone', stream: 's', why: 'deleted' },
  expired: { kind: 'stream-gone', stream: 's', why: 'expired' },
  expiry: { kind: 'expiry-changed', stream: 's', from: null, to: 5 },
  added: { kind: 'entry-added', stream: 's', entry: entry('1-0') },
  deleted: { kind: 'entry-removed', stream: 's', id: '1-0', why: 'deleted' },
  trimmed: { kind: 'entry-removed', stream: 's', id: '1-0', why: 'trimmed' },
  groupMade: { kind: 'group-made', ...here, lastDeliveredId: '0-0' },
  destroyed: { kind: 'group-destroyed', ...here },
  moved: { kind: 'group-moved', ...here, from: '0-0', to: '1-0' },
  appeared: { kind: 'consumer-appeared', ...inC },
  removed: { kind: 'consumer-removed', ...inC },
  delivered: { kind: 'delivered', ...inC, row: row('1-0') },
  claimed: { kind: 'claimed', ...here, from: 'b', to: 'c', row: row('1-0'), deliveries: 1 },
  redelivered: { kind: 'redelivered', ...inC, row: row('1-0'), deliveries: 1 },
  acknowledged: { kind: 'acknowledged', ...inC, id: '1-0' },
  dropped: { kind: 'dropped', ...inC, id: '1-0' },
  ghostMade: { kind: 'ghost-made', ...inC, id: '1-0' },
  ghostGone: { kind: 'ghost-gone', ...inC, id: '1-0' },
} as const satisfies Record<string, ToldChange>;
type Name = keyof typeof CHANGES;
const NAMES = Object.keys(CHANGES).filter((name): name is Name => name in CHANGES);

/** The changes that one command explains. */
const explainedBy = (...args: Parameters<typeof sent>) =>
  NAMES.filter((name) => findCause(CHANGES[name], [sent(...args)]) === 0);

const cause = (name: Name, rows: CommandRow[]) => findCause(CHANGES[name], rows);

describe('findCause, what each command can have caused', () => {
  it.each<[string, Name[]]>([
    ['XADD s * n 1', ['made', 'added']],
    ['xadd s 1-0 n 1', ['made', 'added']],
    ['XADD s 1 n 1', ['made', 'added']],
    ['XADD s 2-0 n 1', ['made']],
    ['XADD s NOMKSTREAM * n 1', ['added']],
    ['XADD s MAXLEN ~ 10 LIMIT 5 1-0 n 1', ['made', 'added', 'deleted', 'trimmed', 'ghostMade']],
    ['XADD s minid = 5 * n 1', ['made', 'added', 'deleted', 'trimmed', 'ghostMade']],
    ['XADD s IDMP MAXLEN 1 2-0 n 1', ['made']],
    ['XADD s IDMPAUTO p KEEPREF 2-0 MAXLEN 5', ['made']],
    [
      'XADD s DELREF MAXLEN 3 2-0 n 1',
      ['made', 'deleted', 'trimmed', 'acknowledged', 'ghostMade', 'ghostGone'],
    ],
    ['XDEL s 3-0 1-0', ['deleted', 'trimmed', 'ghostMade']],
    ['XDEL s 2-0', []],
    ['XDELEX s IDS 1 1-0', ['deleted', 'trimmed', 'ghostMade']],
    ['XDELEX s DELREF IDS 1 1-0', ['deleted', 'trimmed', 'acknowledged', 'ghostMade', 'ghostGone']],
    ['XACKDEL s g IDS 1 1-0', ['deleted', 'trimmed', 'acknowledged', 'ghostMade', 'ghostGone']],
    ['XACKDEL s other IDS 1 1-0', ['deleted', 'trimmed', 'ghostMade']],
    ['XTRIM s MAXLEN 5', ['deleted', 'trimmed', 'ghostMade']],
    ['XTRIM s MINID ~ 5 DELREF', ['deleted', 'trimmed', 'acknowledged', 'ghostMade', 'ghostGone']],
    ['XGROUP CREATE s g $', ['groupMade', 'moved']],
    ['xgroup create s g 0 mkstream', ['made', 'groupMade', 'moved']],
    ['XGROUP CREATE s MKSTREAM $', []],
    ['XGROUP SETID s g 1', ['moved']],
    ['XGROUP SETID s g $', ['moved']],
    ['XGROUP SETID s g 5-0', []],
    ['XGROUP DESTROY s g', ['destroyed', 'removed', 'acknowledged', 'dropped', 'ghostGone']],
    ['XGROUP CREATECONSUMER s g c', ['appeared']],
    ['XGROUP CREATECONSUMER s g d', []],
    ['XGROUP DELCONSUMER s g c', ['removed', 'acknowledged', 'dropped', 'ghostGone']],
    ['XGROUP HELP', []],
    [
      'XREADGROUP GROUP g c COUNT 1 BLOCK 5 STREAMS r s > >',
      ['moved', 'appeared', 'delivered', 'claimed', 'redelivered'],
    ],
    ['XREADGROUP GROUP g c NOACK STREAMS s >', ['moved', 'appeared']],
    ['XREADGROUP GROUP g c STREAMS s 0', ['appeared', 'redelivered']],
    ['XREADGROUP GROUP g c STREAMS r s > 0', ['appeared', 'redelivered']],
    ['XREADGROUP GROUP g d STREAMS s >', ['moved']],
    ['XREADGROUP GROUP h c STREAMS s >', []],
    ['XREADGROUP GROUP g c CLAIM 5 STREAMS other >', []],
    ['XACK s g 2-0 1-0', ['acknowledged', 'ghostGone']],
    ['XACK s g 2-0', []],
    ['XACK s h 1-0', []],
    ['XCLAIM s g c 0 1-0', ['appeared', 'claimed', 'redelivered', 'acknowledged', 'ghostGone']],
    ['XCLAIM s g c 0 2-0 JUSTID', ['appeared']],
    [
      'XCLAIM s g c 0 1-0 IDLE 5 RETRYCOUNT 3 FORCE LASTID 1-0',
      ['moved', 'appeared', 'delivered', 'claimed', 'redelivered', 'acknowledged', 'ghostGone'],
    ],
    ['XCLAIM s g d 0 1-0', ['acknowledged', 'ghostGone']],
    [
      'XAUTOCLAIM s g c 0 0 COUNT 5',
      ['appeared', 'claimed', 'redelivered', 'acknowledged', 'ghostGone'],
    ],
    ['XNACK s g FAIL IDS 1 1-0', ['claimed', 'redelivered', 'acknowledged', 'ghostGone']],
    ['DEL r s', ['gone', 'expired']],
    ['UNLINK s', ['gone', 'expired']],
    ['DEL r', []],
    ['FLUSHDB', ['gone', 'expired']],
    ['flushall ASYNC', ['gone', 'expired']],
    ['EXPIRE s 10', ['gone', 'expired', 'expiry']],
    ['PEXPIREAT s 10', ['gone', 'expired', 'expiry']],
    ['PERSIST s', ['expiry']],
    ['RENAME s r', ['gone', 'expired']],
    ['RENAME r s', NAMES],
    ['COPY r s REPLACE', NAMES],
    ['COPY s r', []],
    ['RESTORE s 0 x', NAMES],
    ['MOVE s 1', NAMES],
    ['SORT l BY STORE LIMIT 0 5 STORE s', ['gone', 'expired']],
    ['SORT s BY STORE GET s', []],
    ['SET s 1', ['gone', 'expired']],
    ['SET r s', []],
    ['MSET r 1 s 2', ['gone', 'expired']],
    ['MSET r s', []],
    ['ZRANGESTORE s z 0 1', ['gone', 'expired']],
    ['BITOP AND s a b', ['gone', 'expired']],
    ['XRANGE s - +', []],
    ['XREAD STREAMS s 0', []],
    ['XSETID s 1-0', []],
    ['XLEN s', []],
    ['', []],
  ])('%s', (line, names) => {
    expect(explainedBy(line, null)).toEqual([...NAMES].filter((name) => names.includes(name)));
  });
});

describe('findCause, names that are options, or hard for other reasons', () => {
  it.each(['STREAMS', 'BLOCK', 'NOACK', '>', '__proto__', ''])(
    'finds a group and a consumer with the name %j',
    (name) => {
      const args = ['XREADGROUP', 'GROUP', name, name, 'COUNT', '1', 'STREAMS', name, '>'];
      const place = { stream: name, group: name, consumer: name };
      const delivered = { kind: 'delivered', ...place, row: row('1-0') } as const;
      expect(findCause(delivered, [commands([args])])).toBe(0);
      expect(findCause({ ...delivered, consumer: 'c' }, [commands([args])])).toBeNull();
    },
  );
});

describe('findCause, which commands count', () => {
  it('passes over one that failed', () => {
    expect(cause('added', [sent('XADD s * n 1', '(error) ERR', { failed: true })])).toBeNull();
  });

  it.each([
    ['acknowledged', 'XACK s g 1-0'],
    ['deleted', 'XDEL s 1-0'],
    ['trimmed', 'XTRIM s MAXLEN 5'],
    ['gone', 'DEL s'],
    ['expiry', 'EXPIRE s 5'],
    ['destroyed', 'XGROUP DESTROY s g'],
    ['appeared', 'XGROUP CREATECONSUMER s g c'],
  ] as const)('passes over one that found nothing to do: %s by %s', (name, line) => {
    expect(cause(name, [sent(line, '(integer) 0')])).toBeNull();
    expect(cause(name, [sent(line, '(integer) 1')])).toBe(0);
  });

  it('counts XGROUP DELCONSUMER that replies 0: it tells how many rows were pending', () => {
    expect(cause('removed', [sent('XGROUP DELCONSUMER s g c', '(integer) 0')])).toBe(0);
  });

  it('takes a read that got nothing as making its consumer, and no more', () => {
    const rows = [sent('XREADGROUP GROUP g c STREAMS s >', '(nil)')];
    expect(cause('appeared', rows)).toBe(0);
    expect(cause('delivered', rows)).toBeNull();
    expect(cause('moved', rows)).toBeNull();
  });

  it('passes over XADD with NOMKSTREAM that added nothing', () => {
    expect(cause('added', [sent('XADD s NOMKSTREAM * n 1', '(nil)')])).toBeNull();
  });

  it('knows from its reply which entry XADD has added', () => {
    expect(cause('added', [sent('XADD s * n 1', '"1-0"')])).toBe(0);
    expect(cause('added', [sent('XADD s * n 1', '"11-0"')])).toBeNull();
    expect(cause('added', [sent('XADD s * n 1', 'QUEUED')])).toBe(0);
  });

  it('takes the latest when none names the entry', () => {
    const rows = [sent('XADD s * n 1', null), sent('XADD s * n 2', null), sent('XLEN s')];
    expect(cause('added', rows)).toBe(1);
  });

  it('takes the one that names the entry, in its arguments or in its reply', () => {
    const read = 'XREADGROUP GROUP g c STREAMS s >';
    expect(cause('added', [sent('XADD s 1-0 n 1'), sent('XADD s * n 1', null)])).toBe(0);
    expect(cause('delivered', [sent(read, '1) "1-0"'), sent(read, '1) "2-0"')])).toBe(0);
    expect(cause('claimed', [sent('XCLAIM s g c 0 1-0'), sent('XAUTOCLAIM s g c 0 0')])).toBe(0);
  });

  it('takes one that only counts as a way out when there is no better one', () => {
    const [del, trim] = [sent('XDEL s 1-0'), sent('XTRIM s MAXLEN 5')];
    const other = sent('XDEL s 2-0');
    expect(cause('trimmed', [trim, other])).toBe(0);
    expect(cause('deleted', [del, trim])).toBe(0);
    expect(cause('acknowledged', [sent('XACK s g 1-0'), sent('XAUTOCLAIM s g c 0 0')])).toBe(0);
    expect(cause('gone', [sent('DEL s'), sent('EXPIRE s 5')])).toBe(0);
    expect(cause('expired', [sent('EXPIRE s 5'), sent('DEL s')])).toBe(0);
    expect(cause('dropped', [sent('XGROUP DELCONSUMER s g c'), sent('XGROUP DESTROY s g')])).toBe(
      0,
    );
    expect(cause('moved', [sent('XGROUP SETID s g 1-0'), sent('XGROUP CREATE s g 0')])).toBe(0);
  });
});

describe('findCause, rows of several commands', () => {
  const acks = (count: number, failed = 0): CommandRow => ({
    ...commands([['XACK', 's', 'g', '7-0']]),
    count,
    failed,
  });

  it('looks at every command that is kept', () => {
    const rows = [commands(['7-0', '1-0'].map((id) => ['XACK', 's', 'g', id]))];
    expect(cause('acknowledged', rows)).toBe(0);
  });

  it('takes those that are only counted as being about anything of that key', () => {
    expect(cause('acknowledged', [acks(1)])).toBeNull();
    expect(cause('acknowledged', [acks(2)])).toBe(0);
    expect(cause('acknowledged', [{ ...acks(2), ...{ commands: [] } }])).toBeNull();
    expect(cause('deleted', [acks(2)])).toBeNull();
  });

  it('does so only for those that did not all fail', () => {
    expect(cause('acknowledged', [acks(3, 2)])).toBeNull();
    expect(cause('acknowledged', [acks(3, 1)])).toBe(0);
  });

  it('prefers a command that is kept to one that is only counted', () => {
    expect(cause('acknowledged', [sent('XACK s g 1-0'), acks(9)])).toBe(0);
  });

  it('knows the consumer of reads that are only counted: it is the same in a row', () => {
    const read = sent('XREADGROUP GROUP g c STREAMS s >', '(nil)');
    expect(cause('delivered', [{ ...read, count: 20 }])).toBe(0);
    const other = sent('XREADGROUP GROUP g d STREAMS s >', '(nil)');
    expect(cause('delivered', [{ ...other, count: 20 }])).toBeNull();
  });
});

describe('findCause, commands that are cut', () => {
  it('takes one whose ids are not all kept as being about any', () => {
    expect(cause('acknowledged', [sent('XACK s g 7-0', '(integer) 9', { isCut: true })])).toBe(0);
  });

  it('still knows the entry of XADD, whose value is what is cut', () => {
    expect(cause('added', [sent('XADD s * n x…', '"7-0"', { isCut: true })])).toBeNull();
    expect(cause('added', [sent('XADD s * n x…', '"1-0"', { isCut: true })])).toBe(0);
  });

  it('finds a name that is cut', () => {
    const key = 'k'.repeat(300);
    const gone = { kind: 'stream-gone', stream: key, why: 'deleted' } as const;
    const name = `${'k'.repeat(199)}…`;
    expect(findCause(gone, [commands([['DEL', name]], '(integer) 1', { isCut: true })])).toBe(0);
    expect(findCause(gone, [commands([['DEL', name]], '(integer) 1')])).toBeNull();
  });

  it('takes a read of more streams than are kept as a read of each that is', () => {
    const read = sent('XREADGROUP GROUP g c STREAMS r s', null, { isCut: true });
    expect(cause('delivered', [read])).toBe(0);
  });
});
