import { describe, expect, it } from 'vitest';
import { parseTutorial } from './parse-tutorial.ts';

function file(name: string, ...slugs: string[]) {
  const cells = slugs.map((slug) => `\`\`\`ts cell=${slug} title="T"\n1\n\`\`\`\n`);
  return { name, text: `---\ntitle: T\n---\n${cells.join('\n')}` };
}

describe('parseTutorial', () => {
  it('orders the lessons by the names of their files', () => {
    const lessons = parseTutorial([file('10-c.md'), file('02-b.md'), file('01-a.md')]);
    expect(lessons.map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
  });

  it('refuses two lessons of one slug', () => {
    expect(() => parseTutorial([file('01-a.md'), file('02-a.md')])).toThrow(
      '02-a.md:1: the lesson has the same slug as 01-a.md',
    );
  });

  it('refuses a mistake that two of them explain', () => {
    const text = '---\ntitle: T\nexplains: oom\n---\n';
    const both = [
      { name: '01-a.md', text },
      { name: '02-b.md', text },
    ];
    expect(() => parseTutorial(both)).toThrow('02-b.md:1: "oom" is explained twice');
  });

  it('refuses a cell that another lesson has, and names its line', () => {
    expect(() => parseTutorial([file('01-a.md', 'x'), file('02-b.md', 'x-y', 'x')])).toThrow(
      '02-b.md:8: a cell of 01-a.md is called "x" too',
    );
  });

  it('refuses a cell that names one which it cannot need or wake, and names its line', () => {
    const second = (attributes: string) => () =>
      parseTutorial([
        file('01-a.md', 'x'),
        {
          name: '02-b.md',
          text: `---\ntitle: T\n---\n\n\`\`\`ts cell=y title="T" ${attributes}\n1\n\`\`\`\n`,
        },
      ]);
    expect(second('needs=x')).not.toThrow();
    expect(second('needs="x y"')).toThrow('02-b.md:5: needs="…" names "y", and no cell above');
    expect(second('wakes=z')).toThrow('02-b.md:5: wakes="…" names "z", and no cell above');
    expect(second('wakes=x')).toThrow('"x", which is not marked as blocking');
  });
});
