import { consumer, group, lens, row, sent, stream } from '../../lens/testing/build.ts';
import type { LensSnapshot } from '../../lens/snapshot.ts';
import { queuedRun } from '../../session/change-run.ts';
import type { Run } from '../../session/run.ts';
import type { Observed } from '../observed.ts';

/** One cell as it could be seen. */
export function observed(cell: string, startedAt: number, rest: Partial<Run>, after: LensSnapshot) {
  const run = queuedRun(`run-${cell}`, cell, 1, '0123abcd');
  return { run: { ...run, status: 'ok', startedAt, duration: 7, ...rest }, lens: after } as const;
}

/**
 * A notebook of three cells: two entries for `s` and one for `t`; a read through a group; a look at what is
 * pending. `ids` are those that Redis gave them, `times` those at which the cells began.
 */
export function notebook(
  ids: [string, string, string],
  times: [number, number, number],
): Observed[] {
  const [first, second, other] = ids;
  const [add, read, look] = times;
  const plain = [stream('s', [first, second]), stream('t', [other])];
  const held = consumer('c', [row(second, { deliveredAt: read + 2 })], { seenAt: read + 2 });
  const delivered = [
    stream('s', [first, second], { groups: [group('g', [held])] }),
    stream('t', [other]),
  ];
  const idle = look + 4 - (read + 2);
  return [
    observed(
      'add',
      add,
      {
        outputs: [{ kind: 'text', stream: 'stdout', text: `${first} ${second}\n` }],
        commands: [sent('XADD s * n 1', `"${first}"`), sent('XADD t * n 1', `"${other}"`)],
        changes: [
          {
            ...{ kind: 'entry-added', sign: '+', count: 1, group: null, consumer: null, row: 1 },
            ...{ text: `${other} was added to t.`, stream: 't', ids: [other] },
          },
        ],
      },
      lens(plain, { at: add + 5 }),
    ),
    observed('read', read, {}, lens(delivered, { at: read + 5 })),
    observed(
      'look',
      look,
      {
        outputs: [
          {
            kind: 'value',
            text: `{ id: '${second}', millisecondsSinceLastDelivery: ${idle} } ${new Date(add + 1).toISOString()}`,
            values: [
              {
                kind: 'object',
                name: null,
                entries: [
                  ['id', second],
                  ['millisecondsSinceLastDelivery', idle],
                  ['since', { kind: 'date', time: read + 2 }],
                ],
                omitted: 0,
              },
            ],
          },
        ],
        commands: [
          sent(
            'XPENDING s g - + 10',
            `1) 1) "${second}"\n   2) "c"\n   3) (integer) ${idle}\n   4) (integer) 1`,
          ),
        ],
      },
      lens(delivered, { at: look + 5 }),
    ),
  ];
}
