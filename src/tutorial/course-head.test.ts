import { expect, it } from 'vitest';
import { courseHead } from './course-head.ts';

const course = { description: 'Say "x" & y.', introduction: '', dialects: ['walrus'] as const };

it('names the course and says what it is, as text', () => {
  const head = courseHead({ ...course, title: 'A <b>' });
  expect(head).toContain('<title>Streambook: A &lt;b&gt;</title>');
  expect(head).toContain('content="Say &quot;x&quot; &amp; y."');
});

it('does not name itself twice', () => {
  expect(courseHead({ ...course, title: 'Streambook' })).toContain('<title>Streambook</title>');
});
