import { describe, expect, it } from 'vitest';
import { presentError, presentSyntaxError, presentUnresolvable } from './present-error.ts';
import { CellSyntaxError } from './transpile/cell-syntax-error.ts';

/** What the server has put before the first line of every script, in columns. */
const SHIFT = 20;
const shift = (run: string) => (run === 'other' ? 5 : SHIFT);

const present = (name: string, message: string, frames: string[] = []) =>
  presentError(
    { name, message, stack: [`${name}: ${message}`, ...frames].join('\n') },
    'r1',
    shift,
    false,
  );

describe('presentError', () => {
  it('names the position in the text of the cell', () => {
    const shown = present('TypeError', 'bad', ['    at f (cell:r1/add.ts:3:7)']);
    expect(shown).toMatchObject({
      kind: 'error',
      name: 'TypeError',
      message: 'bad',
      stack: '    at f (add.ts:3:7)',
      line: 3,
      column: 7,
      late: false,
    });
  });

  it('takes what stands before the first line off its columns, for each run its own', () => {
    const shown = present('Error', 'x', [
      '    at f (cell:other/lib.ts:1:11)',
      '    at cell:r1/add.ts:1:25',
      '    at cell:r1/add.ts:2:25',
    ]);
    expect(shown.stack.split('\n')).toEqual([
      '    at f (lib.ts:1:6)',
      '    at add.ts:1:5',
      '    at add.ts:2:25',
    ]);
    expect([shown.line, shown.column]).toEqual([1, 5]);
  });

  it('never names a column before the first', () => {
    expect(present('Error', 'x', ['    at cell:r1/a.ts:1:3']).column).toBe(1);
  });

  it('shows frames of cells only', () => {
    const shown = present('Error', 'x', [
      '    at send (file:///kernel/boot.mjs:1:1)',
      '    at node:internal/timers:5:1',
      '    at cell:r1/a.ts:4:2',
    ]);
    expect(shown.stack).toBe('    at a.ts:4:2');
  });

  it('has no position when nothing of this cell is in the stack', () => {
    const shown = present('Error', 'x', ['    at f (cell:other/lib.ts:2:1)']);
    expect([shown.line, shown.column, shown.stack]).toEqual([null, null, '    at f (lib.ts:2:1)']);
    expect(present('Error', 'x')).toMatchObject({ line: null, column: null, stack: '' });
  });

  it('says in its own words that something is not allowed', () => {
    const { message } = present(
      'NotCapable',
      'Requires read access to "/etc/passwd", run again with the --allow-read flag',
    );
    expect(message).toContain('A cell reaches its own Redis and nothing else');
    expect(message).toContain('Requires read access to "/etc/passwd"');
    expect(message).not.toContain('--allow-read');
  });

  it.each([
    ['ReferenceError', 'client is not defined', 'No cell that has run declares client'],
    ['SyntaxError', "Identifier 'x' has already been declared", 'declares x with another kind'],
    ['TypeError', 'Assignment to constant variable.', 'let'],
    ['Error', 'BUSYGROUP Consumer Group name already exists', 'go on using it'],
    ['Error', "NOGROUP No such key 'a' or consumer group 'g'", 'Create the consumer group'],
    ['Error', 'WRONGTYPE Operation against a key', 'another type of value'],
    [
      'Error',
      'ERR The ID specified in XADD is equal or smaller than the target stream top item',
      'Ids in a stream must rise',
    ],
    [
      'Error',
      "NOPERM User learner has no permissions to run the 'config|get' command",
      'data commands',
    ],
    ['Error', "OOM command not allowed when used memory > 'maxmemory'.", 'full'],
  ])('helps with %s: %s', (name, message, help) => {
    expect(present(name, message).help?.text).toContain(help);
  });

  it('gives no advice about what it does not know', () => {
    expect(present('RangeError', 'Invalid array length').help).toBeNull();
    expect(present('Error', 'client is not defined').help).toBeNull();
  });

  it('marks an error that came late', () => {
    expect(presentError({ name: 'E', message: '', stack: '' }, 'r1', shift, true).late).toBe(true);
  });
});

describe('presentSyntaxError', () => {
  it('shows where the text is broken', () => {
    expect(presentSyntaxError(new CellSyntaxError('Unexpected token', 2, 11))).toMatchObject({
      name: 'SyntaxError',
      message: 'Unexpected token',
      line: 2,
      column: 11,
      stack: '',
    });
  });
});

describe('presentUnresolvable', () => {
  it('says what cannot happen any more, and what to look for', () => {
    const { message, help } = presentUnresolvable();
    expect(message).toContain('nothing can resolve');
    expect(help?.text).toContain('resolve');
  });
});
