import { describe, expect, it } from 'vitest';
import { useArena } from './support/arena.ts';

const arena = useArena();

/** Steals the way out of the kernel: what its own console calls to send a signal. */
const STEAL =
  "const real = Reflect.apply; var stolen: any[] = []; Reflect.apply = (f, self, args) => { if (typeof args?.[0] === 'string' && args[0].startsWith('{\"kind\"')) stolen.push(f); return real(f, self, args) }; console.log('bait'); Reflect.apply = real;";

const say = (...signals: unknown[]) =>
  `for (const lie of ${JSON.stringify(signals.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))))}) for (const say of stolen) say(lie);`;

describe('a cell that speaks for its kernel', () => {
  it('finds no binding to do it with', async () => {
    await arena.held(STEAL);
    const { value } = await arena.held(
      'Object.getOwnPropertyNames(globalThis).filter((name) => /streambook/.test(name)).map((name) => Object.keys(globalThis[name]))',
    );
    expect(value).not.toContain('emit');
    expect((await arena.held('typeof __streambook_harness')).value).toBe("'undefined'");
  });

  it.each<[string, unknown[]]>([
    ['no JSON', ['no json', '', 'null', '{}', '[]', '['.repeat(10_000)]],
    [
      'wrong types',
      [
        { kind: 'text', run: 5 },
        { kind: 'text', run: 'run-1', stream: 'stdout', text: {} },
      ],
    ],
    [
      'values that nothing is made of',
      [[['x']], 'x'.repeat(100), [{ kind: 'date', time: 'now' }], [{ kind: 'list' }]].map(
        (values) => ({ kind: 'text', run: 'run-1', stream: 'stdout', text: '', values }),
      ),
    ],
    [
      'an unknown kind',
      [
        { kind: '__proto__' },
        { kind: 'constructor', run: 'x' },
        { kind: 'run-ended', run: 'run-1', status: 'ok' },
      ],
    ],
    [
      'output of a run that is not',
      [
        { kind: 'text', run: 'never', stream: 'stdout', text: 'x' },
        { kind: 'notice', run: '__proto__', text: 'x' },
      ],
    ],
    [
      'blocked runs',
      [
        {
          kind: 'blocked',
          run: 'run-1',
          command: 'XREAD',
          keys: [],
          timeout: 0,
          since: -1,
          group: null,
          consumer: null,
        },
      ],
    ],
    [
      'commands without end',
      [
        {
          kind: 'commands',
          run: 'run-1',
          rows: [
            { index: 1e9, row: {} },
            { index: -1, row: {} },
          ],
          omitted: -5,
        },
      ],
    ],
    ['a second start', [{ kind: 'booted' }]],
  ])('harms nobody with %s', async (_, lies) => {
    await arena.held(say(...lies));
    expect((await fetch(arena.server.url)).status).toBe(404);
  });

  it('shows nothing under another learner’s run', async () => {
    const secret = await arena.neighbour.run('"mine"');
    await arena.held(
      say({ kind: 'text', run: secret.run.id, stream: 'stdout', text: 'I was here' }),
    );
    const run = arena.neighbour.view.runs.find(({ id }) => id === secret.run.id);
    expect(JSON.stringify(run?.outputs)).not.toContain('I was here');
  });
});
