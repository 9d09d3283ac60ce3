import { describe, expect, it } from 'vitest';
import { MAX_LENS_TEXT } from '../limits/limits.ts';
import { parseStream } from './parse-stream.ts';

const AT = '1700000000000';

/** The plain values that each version gives in XINFO STREAM … FULL, as the lens script passes them on. */
const SHAPES = {
  '6.2': {
    stream: ['length', '2', 'radix-tree-keys', '1', 'last-generated-id', '2-0'],
    group: ['last-delivered-id', '2-0', 'pel-count', '2'],
    consumer: ['seen-time', AT, 'pel-count', '2'],
  },
  '7.0': {
    stream: [
      ...['length', '2', 'radix-tree-keys', '1', 'radix-tree-nodes', '2'],
      ...['last-generated-id', '2-0', 'max-deleted-entry-id', '0-0', 'entries-added', '2'],
      ...['recorded-first-entry-id', '1-0'],
    ],
    group: ['last-delivered-id', '2-0', 'entries-read', '2', 'lag', '0', 'pel-count', '2'],
    consumer: ['seen-time', AT, 'pel-count', '2'],
  },
  '8.6': {
    stream: [
      ...['length', '2', 'radix-tree-keys', '1', 'radix-tree-nodes', '2'],
      ...['last-generated-id', '2-0', 'max-deleted-entry-id', '0-0', 'entries-added', '2'],
      ...['recorded-first-entry-id', '1-0', 'idmp-duration', '100', 'pids-tracked', '0'],
    ],
    group: ['last-delivered-id', '2-0', 'entries-read', '2', 'lag', '0', 'pel-count', '2'],
    consumer: ['seen-time', AT, 'active-time', '1699999999999', 'pel-count', '2'],
  },
};

/** Newest first, as XREVRANGE gives them. */
const newest = [
  ['2-0', ['b', '2', 'a', '1'], 0],
  ['1-0', ['message', 'Hello'], 0],
];
const rows = ['1-0', AT, '1', 1, '2-0', '1700000000001', '3', 0];

const reply = (version: keyof typeof SHAPES, entries: unknown[] = newest) => {
  const { stream, group, consumer } = SHAPES[version];
  return [
    ...['orders', stream, '1-0', '-1', entries],
    ...[[['workers', group, [['ann', consumer, rows]], 7]], 9],
  ];
};

const withEntry = (...entry: unknown[]) => parseStream(reply('7.0', [entry])).entries[0]?.fields;

describe('parseStream', () => {
  it('takes the answer of 7.0', () => {
    expect(parseStream(reply('7.0'))).toEqual({
      key: 'orders',
      length: 2,
      lastGeneratedId: '2-0',
      entriesAdded: 2,
      maxDeletedId: '0-0',
      firstId: '1-0',
      expiresAt: null,
      entries: [
        { id: '1-0', fields: [['message', 'Hello']] },
        {
          id: '2-0',
          fields: [
            ['b', '2'],
            ['a', '1'],
          ],
        },
      ],
      groups: [
        {
          name: 'workers',
          lastDeliveredId: '2-0',
          entriesRead: 2,
          lag: 0,
          pendingCount: 2,
          consumers: [
            {
              name: 'ann',
              seenAt: 1_700_000_000_000,
              activeAt: null,
              pendingCount: 2,
              pending: [
                { id: '1-0', deliveredAt: 1_700_000_000_000, deliveries: 1, ghost: true },
                { id: '2-0', deliveredAt: 1_700_000_000_001, deliveries: 3, ghost: false },
              ],
            },
          ],
          omitted: 7,
        },
      ],
      omitted: 9,
    });
  });

  it('takes the answer of 6.2, which tells less', () => {
    const old = parseStream(reply('6.2'));
    expect(old).toMatchObject({ entriesAdded: null, maxDeletedId: null, length: 2 });
    expect(old.groups).toMatchObject([{ entriesRead: null, lag: null, pendingCount: 2 }]);
  });

  it('takes the answer of 7.2 and later, which tells when a consumer last got something', () => {
    const { groups, ...stream } = parseStream(reply('8.6'));
    expect(stream).toEqual({ ...parseStream(reply('7.0')), groups: undefined });
    expect(groups[0]?.consumers).toMatchObject([
      { seenAt: 1_700_000_000_000, activeAt: 1_699_999_999_999 },
    ]);
  });

  it('says null for a consumer that never got anything', () => {
    const never = ['ann', ['seen-time', AT, 'active-time', '-1', 'pel-count', '0'], []];
    const [group] = parseStream(
      reply('8.6').with(5, [['g', SHAPES['8.6'].group, [never], 0]]),
    ).groups;
    expect(group?.consumers).toMatchObject([{ activeAt: null }]);
  });

  it('says null where Redis does: it cannot tell the lag', () => {
    const unsure = [
      'last-delivered-id',
      '2-0',
      'entries-read',
      null,
      'lag',
      null,
      'pel-count',
      '2',
    ];
    const [group] = parseStream(reply('7.0').with(5, [['g', unsure, [], 0]])).groups;
    expect(group).toMatchObject({ entriesRead: null, lag: null });
  });

  it('takes a stream that is empty, and one that expires', () => {
    const empty: unknown[] = [...reply('7.0', [])];
    empty.splice(2, 2, null, AT);
    expect(parseStream(empty)).toMatchObject({
      firstId: null,
      expiresAt: 1_700_000_000_000,
      entries: [],
    });
  });

  it('orders groups and consumers by their names, as JavaScript compares them', () => {
    const { group, consumer } = SHAPES['7.0'];
    const names = ['b', '\uFF5E', 'a', '\u{1F600}', '__proto__'];
    const groups = names.map((name) => [name, group, names.map((one) => [one, consumer, []]), 0]);
    const parsed = parseStream(reply('7.0').with(5, groups)).groups;
    expect(parsed.map(({ name }) => name)).toEqual(names.toSorted());
    expect(parsed[0]?.consumers.map(({ name }) => name)).toEqual(names.toSorted());
  });

  it('keeps every field: the same name twice, the empty one, __proto__', () => {
    expect(withEntry('1-0', ['a', '1', 'a', '2', '', 'x', '__proto__', 'y'], 0)).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['', 'x'],
      ['__proto__', 'y'],
    ]);
  });

  it('says how many fields were left out', () => {
    expect(withEntry('1-0', ['a', '1'], 12)).toEqual([
      ['a', '1'],
      ['…', '12 more'],
    ]);
  });

  it('shortens what is too long to show, names and values, and splits no character', () => {
    const long = 'x'.repeat(MAX_LENS_TEXT + 1);
    const fits = 'y'.repeat(MAX_LENS_TEXT);
    const smile = `${'z'.repeat(MAX_LENS_TEXT - 1)}\u{1F600}`;
    expect(withEntry('1-0', [long, fits, smile, ''], 0)).toEqual([
      [`${'x'.repeat(MAX_LENS_TEXT)}…`, fits],
      [`${'z'.repeat(MAX_LENS_TEXT - 1)}…`, ''],
    ]);
  });

  it.each([
    ['nothing', null],
    ['an empty answer', []],
    ['entries that are none', reply('7.0', [['1-0']])],
    ['a stream without its length', reply('7.0').with(1, ['last-generated-id', '0-0'])],
    ['a group without consumers', reply('7.0').with(5, [['g', SHAPES['7.0'].group]])],
    [
      'a row without its count',
      reply('7.0').with(5, [
        ['g', SHAPES['7.0'].group, [['ann', SHAPES['7.0'].consumer, ['1-0', AT]]], 0],
      ]),
    ],
  ])('throws at %s', (_, broken) => {
    expect(() => parseStream(broken)).toThrow();
  });
});
