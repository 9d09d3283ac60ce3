import { describe, expect, it } from 'vitest';
import { OutputMeter } from './output-meter.ts';
import type { KernelSignal } from './wire.ts';

const says = (run: string, text: string): KernelSignal => ({
  kind: 'text',
  run,
  stream: 'stdout',
  text,
});

describe('OutputMeter', () => {
  it('lets as much text pass as a run may show, and says once that there was more', () => {
    const meter = new OutputMeter(5);
    expect(meter.pass(says('a', 'abcde'))).toEqual([says('a', 'abcde')]);
    expect(meter.pass(says('a', 'f'))).toMatchObject([{ text: '' }, { kind: 'notice', run: 'a' }]);
    expect(meter.pass(says('a', 'g'))).toEqual([]);
    expect(meter.pass(says('b', 'abcdefg'))).toMatchObject([
      { kind: 'text', text: 'abcde' },
      { kind: 'notice', text: expect.stringContaining('one run may show 5 characters') },
    ]);
  });

  it('takes the structure off what a run shows too much of, and keeps the text', () => {
    const meter = new OutputMeter(1000);
    const signal: KernelSignal = {
      kind: 'text',
      run: 'a',
      stream: 'stdout',
      text: 'x',
      values: [{ kind: 'list', name: null, length: 1, items: ['x'] }],
    };
    const passed = Array.from({ length: 150 }, () => meter.pass(signal)).flat();
    expect(passed).toHaveLength(150);
    expect(passed.filter((one) => one.kind === 'text' && one.values)).toHaveLength(100);
    expect(passed.at(-1)).toEqual(says('a', 'x'));
  });

  it('counts what is no text', () => {
    const meter = new OutputMeter(5);
    const notice: KernelSignal = { kind: 'notice', run: 'a', text: 'x' };
    const passed = Array.from({ length: 200 }, () => meter.pass(notice)).flat();
    expect(passed).toHaveLength(100);
  });

  it('lets pass what shows nothing', () => {
    const signal: KernelSignal = { kind: 'unblocked', run: 'a' };
    expect(new OutputMeter(0).pass(signal)).toEqual([signal]);
  });
});
