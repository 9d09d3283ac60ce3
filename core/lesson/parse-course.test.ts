import { describe, expect, it } from 'vitest';
import { parseCourse } from './parse-course.ts';
import type { LessonFile } from './parse-tutorial.ts';

const cell = (slug: string) => `\`\`\`ts cell=${slug} title="T"\n1\n\`\`\`\n\n`;
const inOther = (slug: string) => `\`\`\`ts cell=${slug} dialect=node-redis\n1\n\`\`\`\n\n`;

function file(name: string, body: string, front = 'title: T'): LessonFile {
  return { name: `mine/${name}`, text: `---\n${front}\n---\n${body}` };
}

const parse = (...files: LessonFile[]) => parseCourse('mine', files);

describe('parseCourse', () => {
  it('takes what a course says of itself, beside its lessons', () => {
    const front = 'title: Greetings\ndescription: Two lessons.';
    const course = parse(file('01-a.md', ''), file('course.md', '\nHello *you*.\n', front));
    expect(course).toMatchObject({
      title: 'Greetings',
      description: 'Two lessons.',
      introduction: '<p>Hello <em>you</em>.</p>',
      lessons: [{ slug: 'a' }],
    });
  });

  it('does without that', () => {
    expect(parse(file('01-a.md', ''))).toMatchObject({ title: 'Streambook', introduction: '' });
  });

  it('has an id: its own, or one of its title, or one of its folder', () => {
    const idOf = (...front: string[]) =>
      parse(file('01-a.md', ''), ...front.map((fields) => file('course.md', '', fields))).id;
    expect(idOf('title: Greetings\nid: hello-1')).toBe('hello-1');
    expect(idOf('title: Greetings')).toMatch(/^greetings-[0-9a-f]{8}$/);
    expect(idOf()).toMatch(/^mine-[0-9a-f]{8}$/);
  });

  it('has one dialect when no cell is written in another', () => {
    expect(parse(file('01-a.md', cell('x') + cell('y'))).dialects).toEqual(['walrus']);
  });

  it('has both when every cell is written in both', () => {
    const both = cell('x') + inOther('x');
    expect(parse(file('01-a.md', both)).dialects).toEqual(['walrus', 'node-redis']);
  });

  it.each([
    ['a folder without lessons', [file('course.md', '')], 'mine: there is no lesson'],
    [
      'a cell that is not written in the dialect of the others',
      [file('01-a.md', cell('x') + inOther('x')), file('02-b.md', `Text.\n\n${cell('y')}`)],
      'mine/02-b.md:6: the cell "y" is not written for node-redis, and "x" is: put a fence',
    ],
    [
      'a file with another name',
      [file('01-a.md', ''), file('notes.md', '')],
      'mine/notes.md:1: a lesson file is named NN-slug.md',
    ],
    [
      'a course with a field that it does not know',
      [file('01-a.md', ''), file('course.md', '', 'title: T\nauthor: me')],
      'mine/course.md:3: the front matter knows only "title: …", "description: …", "id: …", not "author: me"',
    ],
    [
      'an id that is no slug',
      [file('01-a.md', ''), file('course.md', '', 'title: T\nid: My course')],
      'mine/course.md:3: "My course" cannot be the id of a course: write small letters',
    ],
    [
      'an introduction with a heading',
      [file('01-a.md', ''), file('course.md', 'Text.\n\n## More\n')],
      'mine/course.md:6: an introduction has no headings',
    ],
    [
      'an introduction with a cell',
      [file('01-a.md', ''), file('course.md', cell('x'))],
      'mine/course.md:4: an introduction has no code',
    ],
  ])('refuses %s', (_, files, what) => {
    expect(() => parse(...files)).toThrow(what);
  });
});
