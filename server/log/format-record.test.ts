import { describe, expect, it } from 'vitest';
import { asJson, asText } from './format-record.ts';

const time = new Date(2026, 0, 2, 3, 4, 5);
const record = {
  time,
  level: 'warn',
  event: 'limit-hit',
  fields: { limit: 'sessions', session: null, unsaid: 3 },
} as const;

describe('a line of the log', () => {
  it('is readable, with the time of this machine', () => {
    expect(asText(record)).toBe('03:04:05 warn  limit-hit limit=sessions session=null unsaid=3');
  });

  it('is one JSON object, with the time in UTC', () => {
    expect(JSON.parse(asJson(record))).toEqual({
      time: time.toISOString(),
      level: 'warn',
      event: 'limit-hit',
      limit: 'sessions',
      session: null,
      unsaid: 3,
    });
  });

  it.each(['two words', 'a\nb', 'a=b', '"', '\u001b[31m', ''])('keeps %j on its line', (text) => {
    const fields = { text };
    for (const line of [asText({ ...record, fields }), asJson({ ...record, fields })]) {
      expect(line).not.toMatch(/\p{Cc}/u);
      expect(line).toContain(JSON.stringify(text));
    }
  });

  it('is bare words when it is a note', () => {
    expect(asText({ ...record, event: 'note', fields: { text: 'Streambook is here' } })).toBe(
      'Streambook is here',
    );
  });
});
