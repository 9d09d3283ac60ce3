import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { LIMITS } from './limits.ts';

const README = fileURLToPath(new URL('../../README.md', import.meta.url));

/** Variable, default and meaning of every row in the README's table of limits. */
async function readTable(): Promise<string[][]> {
  const lines = (await readFile(README, 'utf8')).split('\n');
  const begin = lines.indexOf('## Limits');
  const section = lines.slice(begin + 1);
  const end = section.findIndex((line) => line.startsWith('## '));
  return section
    .slice(0, end)
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

it('the README tells every limit as it is', async () => {
  const limits = Object.values(LIMITS).map(({ env, value, unit, what }) => [
    `\`${env}\``,
    `${value} ${unit}`,
    what,
  ]);
  expect(await readTable()).toEqual(limits);
});
