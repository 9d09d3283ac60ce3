import { describe, expect, it } from 'vitest';
import type { LensSnapshot } from '../lens/snapshot.ts';
import { applyEvent } from './apply-event.ts';
import type { SessionEvent } from './event.ts';
import { EMPTY_HISTORY } from './extend-history.ts';
import type { Output, Run } from './run.ts';
import type { SessionView } from './view.ts';

const empty: SessionView = {
  kernel: { state: 'ready', generation: 3, notice: null },
  redis: { state: 'ready', product: 'Redis', version: '7.0.15', notice: null },
  runs: [],
  lens: null,
  lensBase: null,
  history: EMPTY_HISTORY,
};

const queued = (run: string, cell = run): SessionEvent => ({
  kind: 'run-queued',
  run,
  cell,
  sourceHash: 'abc',
});
const started = (run: string, count = 1): SessionEvent => ({
  kind: 'run-started',
  run,
  count,
  at: 1000,
});
const ended = (run: string, status: 'ok' | 'error' | 'stopped' = 'ok'): SessionEvent => ({
  kind: 'run-ended',
  run,
  status,
  duration: 20,
});
const output = (run: string, output: Output): SessionEvent => ({ kind: 'run-output', run, output });
const text = (run: string, text: string, stream: 'stdout' | 'stderr' = 'stdout') =>
  output(run, { kind: 'text', stream, text });
const blocked = (run: string): SessionEvent => ({
  kind: 'run-blocked',
  run,
  blocked: { command: 'XREAD', keys: ['a'], since: 1000, timeout: 0, group: null, consumer: null },
});
const unblocked = (run: string): SessionEvent => ({ kind: 'run-unblocked', run });

/** The view after these events; every step must leave the view before it as it was. */
function after(...events: SessionEvent[]): SessionView {
  return events.reduce((view, event) => {
    const before = structuredClone(view);
    const next = applyEvent(view, event);
    expect(view).toEqual(before);
    return next;
  }, empty);
}

const only = (view: SessionView): Run => {
  const [run, ...others] = view.runs;
  if (!run || others.length > 0) throw new Error(`one run expected, not ${view.runs.length}`);
  return run;
};

describe('the life of a run', () => {
  it('begins queued, of the kernel that is there', () => {
    expect(only(after(queued('r', 'c')))).toEqual({
      id: 'r',
      cell: 'c',
      generation: 3,
      count: null,
      status: 'queued',
      sourceHash: 'abc',
      names: { declares: [], uses: [] },
      startedAt: null,
      duration: null,
      blocked: null,
      stopsAt: null,
      outputs: [],
      commands: [],
      commandsOmitted: 0,
      changes: [],
      before: null,
    });
  });

  it('goes over running and blocked to its end', () => {
    expect(only(after(queued('r'), started('r', 4)))).toMatchObject({
      status: 'running',
      count: 4,
      startedAt: 1000,
    });
    expect(only(after(queued('r'), started('r'), blocked('r')))).toMatchObject({
      status: 'blocked',
      blocked: { command: 'XREAD', keys: ['a'] },
    });
    expect(only(after(queued('r'), started('r'), blocked('r'), unblocked('r')))).toMatchObject({
      status: 'running',
      blocked: null,
    });
    expect(
      only(after(queued('r'), started('r'), blocked('r'), ended('r', 'stopped'))),
    ).toMatchObject({
      status: 'stopped',
      blocked: null,
      duration: 20,
    });
  });

  it('may be asked about, let go on, and is not asked about any more when it has ended', () => {
    const asked = (stopsAt: number | null): SessionEvent => ({
      kind: 'run-asked',
      run: 'r',
      stopsAt,
    });
    expect(only(after(queued('r'), started('r'), asked(70)))).toMatchObject({ stopsAt: 70 });
    expect(only(after(queued('r'), started('r'), asked(70), asked(null))).stopsAt).toBeNull();
    expect(only(after(queued('r'), started('r'), asked(70), ended('r'))).stopsAt).toBeNull();
    expect(only(after(queued('r'), started('r'), ended('r'), asked(70))).stopsAt).toBeNull();
  });

  it('may end before it was started', () => {
    expect(only(after(queued('r'), ended('r', 'stopped')))).toMatchObject({
      status: 'stopped',
      count: null,
      startedAt: null,
    });
  });

  it.each<SessionEvent>([started('r', 9), blocked('r'), unblocked('r'), ended('r', 'error')])(
    'does not leave its end for $kind',
    (late) => {
      const done = after(queued('r'), started('r'), ended('r'));
      expect(applyEvent(done, late).runs).toEqual(done.runs);
    },
  );

  it('is not started twice', () => {
    expect(only(after(queued('r'), started('r', 1), started('r', 2))).count).toBe(1);
  });

  it.each<SessionEvent>([
    started('x'),
    blocked('x'),
    unblocked('x'),
    ended('x'),
    text('x', 'late'),
  ])('is not touched by $kind of a run that is not there', (event) => {
    const view = after(queued('r'));
    expect(applyEvent(view, event).runs).toEqual(view.runs);
  });
});

describe('the runs of a cell', () => {
  it('are replaced by a newer one when they have ended', () => {
    const view = after(queued('a', 'c'), started('a'), ended('a'), queued('b', 'c'));
    expect(view.runs.map(({ id }) => id)).toEqual(['b']);
  });

  it('lend their names to a newer one until its own are known', () => {
    const names = (run: string, declares: string[]): SessionEvent => ({
      kind: 'run-names',
      run,
      names: { declares, uses: [] },
    });
    const view = after(queued('a', 'c'), names('a', ['db']), queued('b', 'c'), queued('other'));
    expect(view.runs.map(({ names: { declares } }) => declares)).toEqual([['db'], ['db'], []]);
    const known = applyEvent(view, names('b', ['x']));
    expect(known.runs.find(({ id }) => id === 'b')?.names.declares).toEqual(['x']);
  });

  it('stay beside a newer one while they go on', () => {
    const view = after(queued('a', 'c'), started('a'), queued('b', 'c'));
    expect(view.runs.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('do not touch those of other cells', () => {
    const view = after(queued('a'), started('a'), ended('a'), queued('b'));
    expect(view.runs.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('output', () => {
  it('of one stream is joined, and what comes between parts it', () => {
    const view = after(
      queued('r'),
      text('r', 'a'),
      text('r', 'b'),
      text('r', 'c', 'stderr'),
      text('r', 'd'),
      output('r', { kind: 'value', text: '1' }),
      text('r', 'e'),
    );
    expect(only(view).outputs).toEqual([
      { kind: 'text', stream: 'stdout', text: 'ab' },
      { kind: 'text', stream: 'stderr', text: 'c' },
      { kind: 'text', stream: 'stdout', text: 'd' },
      { kind: 'value', text: '1' },
      { kind: 'text', stream: 'stdout', text: 'e' },
    ]);
  });

  it('that brings its values stays by itself', () => {
    const valued: Output = { kind: 'text', stream: 'stdout', text: 'v', values: [null] };
    const view = after(queued('r'), text('r', 'a'), output('r', valued), text('r', 'b'));
    expect(only(view).outputs.map((one) => 'text' in one && one.text)).toEqual(['a', 'v', 'b']);
  });

  it('is still shown after the end', () => {
    const view = after(queued('r'), started('r'), ended('r'), text('r', 'late'));
    expect(only(view)).toMatchObject({ status: 'ok', outputs: [{ text: 'late' }] });
  });
});

describe('the lens', () => {
  const lens = (at: number): LensSnapshot => ({ at, streams: [], omitted: 0 });
  const seen = (at: number): SessionEvent => ({ kind: 'lens', at, changes: [] });

  it('counts changes from the first snapshot, and then from the start of the last run', () => {
    expect(after(seen(1), seen(2))).toMatchObject({ lens: lens(2), lensBase: lens(1) });
    expect(after(seen(1), seen(2), queued('r'), started('r'), seen(3))).toMatchObject({
      lens: lens(3),
      lensBase: lens(2),
    });
  });

  it('is forgotten with a Redis that is gone', () => {
    const gone = { ...empty.redis, state: 'starting', notice: 'It ended.' } as const;
    const view = after(seen(1), { kind: 'redis', redis: gone });
    expect(view).toMatchObject({ redis: gone, lens: null, lensBase: null });
    const back = applyEvent(view, { kind: 'redis', redis: { ...gone, state: 'ready' } });
    expect(applyEvent(back, seen(2))).toMatchObject({ lens: lens(2), lensBase: lens(2) });
  });

  it('stays when a Redis says that it is ready', () => {
    expect(after(seen(1), { kind: 'redis', redis: empty.redis }).lens).toEqual(lens(1));
  });
});

describe('the kernel', () => {
  it('is shown as it is told, and leaves earlier runs to their own generation', () => {
    const kernel = { state: 'starting', generation: 4, notice: 'It died.' } as const;
    const view = after(queued('r'), { kind: 'kernel', kernel }, queued('s'));
    expect(view.kernel).toEqual(kernel);
    expect(view.runs.map(({ generation }) => generation)).toEqual([3, 4]);
  });
});
