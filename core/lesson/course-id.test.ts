import { expect, it } from 'vitest';
import { courseIdOfName } from './course-id.ts';
import { SLUG } from './lesson-file-name.ts';

it('an id is made of any name, the same each time and another one for each other name', () => {
  const names = ['Greetings in Redis', 'Greetings in Redis!', 'ストリーム', '', 'x'.repeat(500)];
  const ids = names.map(courseIdOfName);
  expect(ids[0]).toMatch(/^greetings-in-redis-[0-9a-f]{8}$/);
  expect(new Set(ids).size).toBe(names.length);
  expect(ids.filter((id) => !SLUG.test(id))).toEqual([]);
  expect(names.map(courseIdOfName)).toEqual(ids);
});
