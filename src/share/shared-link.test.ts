import { describe, expect, it } from 'vitest';
import { packText } from './pack-text.ts';
import {
  LONGEST_LINK,
  readSharedFragment,
  sharedFragment,
  type SharedText,
} from './shared-link.ts';

const shared = (text: string): SharedText => ({ kind: 'cell', cell: 'add-entry', text });

async function fragmentOf(text: string): Promise<string> {
  const made = await sharedFragment(shared(text));
  return 'fragment' in made ? made.fragment : '';
}

describe('a link to a text', () => {
  it.each(['await s.add({});\n', '', '“ä” 🦭 \u0000', '\uFEFFbom', 'x'.repeat(100_000)])(
    'gives back the text that it was made of: %#',
    async (text) => {
      const fragment = await fragmentOf(text);
      expect(fragment).toMatch(/^#shared=1\.cell\.add-entry\.[\w-]+$/);
      expect(await readSharedFragment(fragment)).toEqual(shared(text));
    },
  );

  it('is not made of a text that would make it too long', async () => {
    const text = Array.from({ length: 20_000 }, (_, at) => (at * 7919).toString(36)).join(' ');
    const made = await sharedFragment(shared(text));
    expect('length' in made ? made.length : 0).toBeGreaterThan(LONGEST_LINK);
  });

  it.each(['', '#cell-add-entry', '#sharedness', '#basic-operations'])(
    'is not every link: "%s"',
    async (fragment) => {
      expect(await readSharedFragment(fragment)).toBeNull();
    },
  );

  it.each([
    ['#shared=', 'is damaged'],
    ['#shared=1.cell.add-entry', 'is damaged'],
    ['#shared=1.cell.add-entry.', 'is damaged'],
    ['#shared=1.cell.add-entry.AAAA', 'is damaged'],
    ['#shared=1.cell.add-entry.a b', 'is damaged'],
    ['#shared=1.other.add-entry.AwA', 'is damaged'],
    ['#shared=1.cell.<b>.AwA', 'is damaged'],
    ['#shared=1.cell.add-entry.AwA.AwA', 'is damaged'],
    ['#shared=2.cell.add-entry.AwA', 'another version of this page'],
    [`#shared=1.cell.add-entry.${'A'.repeat(9000)}`, 'is too long'],
  ])('says what is wrong with it: %s', async (fragment, words) => {
    const found = await readSharedFragment(fragment);
    expect(found && 'problem' in found ? found.problem : '').toContain(words);
  });

  it('is not unpacked further than a cell can hold', async () => {
    const fragment = `#shared=1.cell.add-entry.${await packText('x'.repeat(5_000_000))}`;
    const found = await readSharedFragment(fragment);
    expect(found && 'problem' in found ? found.problem : '').toContain('more than fits');
  });

  it('is damaged when a part of it is missing', async () => {
    const fragment = await fragmentOf('const a = await stream.add({ message: "hello" });');
    const found = await readSharedFragment(fragment.slice(0, -10));
    expect(found && 'problem' in found ? found.problem : '').toContain('is damaged');
  });
});
