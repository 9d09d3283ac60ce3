import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Recording } from '../../core/record/recording.ts';
import { hashSource } from '../../core/session/hash-source.ts';
import { cliText } from './cli-text.ts';

const recorded = (cell: string, code: string, ...args: string[][]) => ({
  cell,
  sourceHash: hashSource(code),
  status: 'ok',
  outputs: [],
  commands: args.map((words) => ({ commands: [{ args: words, reply: 'OK' }] })),
  changes: [],
  at: 0,
  delta: [],
});
const recording = v.parse(Recording, {
  version: 1,
  redis: { product: 'Redis', version: '7.0.15' },
  dialects: {
    walrus: [recorded('add', 'add()', ['XADD', 's', '*', 'a', 'b c']), recorded('say', 'say()')],
    'node-redis': [recorded('add', 'xAdd()', ['EXISTS', 's'], ['XADD', 's', '*', 'a', 'b c'])],
  },
});

describe('cliText', () => {
  it('tells the commands of each dialect', () => {
    expect(cliText(recording, 'walrus', { slug: 'add', code: 'add()' })).toEqual({
      lines: 'XADD s * a "b c"\n',
      count: 1,
    });
    expect(cliText(recording, 'node-redis', { slug: 'add', code: 'xAdd()' })?.count).toBe(2);
  });

  it.each([
    ['sent nothing', 'say', 'say()'],
    ['was recorded with another text', 'add', 'add(1)'],
    ['was not recorded', 'new', 'add()'],
  ])('is null for a cell that %s', (_, slug, code) => {
    expect(cliText(recording, 'walrus', { slug, code })).toBeNull();
    expect(cliText(null, 'walrus', { slug, code })).toBeNull();
  });
});
