import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  ConsumerGroup,
  ConsumerGroupStream,
  Database,
  Stream,
  TimeSeries,
  TimeSeriesStream,
} from './index.ts';

/** The names of what a class can be asked for, its parents' too. */
function members(type: { prototype: object }): string[] {
  const names = Object.getOwnPropertyNames(type.prototype);
  return names.filter((name) => name !== 'constructor');
}

const readme = await readFile(new URL('README.md', import.meta.url), 'utf8');
const rows = readme.split('\n').filter((line) => line.startsWith('| '));

describe('The README', () => {
  it.each([
    ['db', Database],
    ['s', Stream],
    ['g', ConsumerGroup],
    ['gs', ConsumerGroupStream],
  ] as const)('has every call of %s in its table', (name, type) => {
    const table = rows.map((row) => row.split('|')[2] ?? '').join('\n');
    const missing = members(type).filter((member) => !table.includes(`${name}.${member}(`));
    expect(missing).toEqual([]);
  });

  it('needs no rows of their own for a time series, which has the calls of a group', () => {
    const group = new Set(members(ConsumerGroup));
    const extra = members(TimeSeries).filter((name) => !group.has(name));
    expect(extra).toEqual(['name', 'keys', 'consumerName']);
    const stream = new Set([...members(Stream), ...members(ConsumerGroupStream)]);
    const more = members(TimeSeriesStream).filter((name) => !stream.has(name));
    expect(more).toEqual(['group', 'consumerName']);
  });

  it('names the Redis command of every row that sends one', () => {
    for (const row of rows.filter((line) =>
      /`(?:s|gs)\.(?!entries)\w+\(/.test(line.split('|')[2] ?? ''),
    )) {
      expect(row.split('|')[3], row).toMatch(/[A-Z]{3}/);
    }
  });
});
