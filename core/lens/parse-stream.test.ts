import { describe, expect, it } from 'vitest';
import { MAX_LENS_TEXT } from '../limits/limits.ts';
import { parseStream } from './parse-stream.ts';

const AT = 1_700_000_000_000;

/** As redis-server 7.0 answers XINFO STREAM orders FULL COUNT 100 in RESP 2. */
const full = (groups: unknown[] = [], more: unknown[] = []) => [
  'length',
  2,
  'radix-tree-keys',
  1,
  'radix-tree-nodes',
  2,
  'last-generated-id',
  '1526919030474-56',
  'max-deleted-entry-id',
  '0-0',
  'entries-added',
  2,
  'recorded-first-entry-id',
  '1526919030474-55',
  'entries',
  [['1526919030474-55', ['message', 'Hello,']]],
  'groups',
  groups,
  ...more,
];

/** As XREVRANGE answers: newest first. */
const newest = [
  ['1526919030474-56', ['b', '2', 'a', '1']],
  ['1526919030474-55', ['message', 'Hello,']],
];

const group = (...consumers: unknown[]): unknown[] => [
  'name',
  'workers',
  'last-delivered-id',
  '1526919030474-56',
  'entries-read',
  2,
  'lag',
  0,
  'pel-count',
  2,
  'pel',
  [['1526919030474-55', 'ann', AT, 1]],
  'consumers',
  consumers,
];

const ann = [
  'name',
  'ann',
  'seen-time',
  AT + 5,
  'pel-count',
  2,
  'pel',
  [
    ['1526919030474-55', AT, 1],
    ['1526919030474-56', AT + 1, 3],
  ],
];

describe('parseStream', () => {
  it('gives the entries oldest first, with their fields in order', () => {
    expect(parseStream('orders', full(), newest)).toEqual({
      key: 'orders',
      length: 2,
      lastGeneratedId: '1526919030474-56',
      entries: [
        { id: '1526919030474-55', fields: [['message', 'Hello,']] },
        {
          id: '1526919030474-56',
          fields: [
            ['b', '2'],
            ['a', '1'],
          ],
        },
      ],
      groups: [],
    });
  });

  it('gives groups, consumers and pending rows with absolute times', () => {
    expect(parseStream('orders', full([group(ann)]), newest).groups).toEqual([
      {
        name: 'workers',
        lastDeliveredId: '1526919030474-56',
        entriesRead: 2,
        lag: 0,
        pendingCount: 2,
        consumers: [
          {
            name: 'ann',
            seenAt: AT + 5,
            pendingCount: 2,
            pending: [
              { id: '1526919030474-55', deliveredAt: AT, deliveries: 1 },
              { id: '1526919030474-56', deliveredAt: AT + 1, deliveries: 3 },
            ],
          },
        ],
      },
    ]);
  });

  it('takes the answer of 7.2 and later, which tells more', () => {
    const bob = ['name', 'bob', 'seen-time', AT, 'active-time', -1, 'pel-count', 0, 'pel', []];
    const [first] = parseStream(
      'orders',
      full([group(bob)], ['idmp-duration', 100]),
      newest,
    ).groups;
    expect(first?.consumers).toEqual([{ name: 'bob', seenAt: AT, pendingCount: 0, pending: [] }]);
  });

  it('takes the answer of 6.2, which tells less, and calls the list pending', () => {
    const old = [
      'name',
      'workers',
      'last-delivered-id',
      '0-0',
      'pel-count',
      1,
      'pending',
      [],
      'consumers',
      [['name', 'ann', 'seen-time', AT, 'pel-count', 1, 'pending', [['1-0', AT, 1]]]],
    ];
    expect(parseStream('orders', full([old]), newest).groups).toMatchObject([
      {
        entriesRead: null,
        lag: null,
        consumers: [{ name: 'ann', pending: [{ id: '1-0', deliveredAt: AT, deliveries: 1 }] }],
      },
    ]);
  });

  it('says null where Redis does: it cannot tell the lag', () => {
    const unsure = group();
    unsure[5] = null;
    unsure[7] = null;
    expect(parseStream('orders', full([unsure]), newest).groups).toMatchObject([
      { entriesRead: null, lag: null },
    ]);
  });

  it('keeps every field: the same name twice, the empty one, __proto__', () => {
    const entries = [['1-0', ['a', '1', 'a', '2', '', 'x', '__proto__', 'y']]];
    expect(parseStream('k', full(), entries).entries[0]?.fields).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['', 'x'],
      ['__proto__', 'y'],
    ]);
  });

  it('shortens what is too long to show, names and values', () => {
    const long = 'x'.repeat(MAX_LENS_TEXT + 1);
    const fits = 'y'.repeat(MAX_LENS_TEXT);
    const [entry] = parseStream('k', full(), [['1-0', [long, fits]]]).entries;
    expect(entry?.fields).toEqual([[`${'x'.repeat(MAX_LENS_TEXT)}…`, fits]]);
  });

  it('takes a stream without entries', () => {
    expect(parseStream('k', full(), []).entries).toEqual([]);
  });

  it.each([
    ['nothing', null, []],
    ['an empty answer', [], []],
    ['entries that are none', full(), [['1-0']]],
    ['a group without consumers', full([['name', 'g']]), []],
    [
      'a row without its count',
      full([group(['name', 'a', 'seen-time', AT, 'pel-count', 1, 'pel', [['1-0', AT]]])]),
      [],
    ],
  ])('throws at %s', (_, first, second) => {
    expect(() => parseStream('k', first, second)).toThrow();
  });
});
