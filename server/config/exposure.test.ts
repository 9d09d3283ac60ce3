import { describe, expect, it } from 'vitest';
import { mayServe, WITHOUT_WALL, type Exposure } from './exposure.ts';

const verdict = (given: Partial<Exposure>) =>
  mayServe({
    host: '0.0.0.0',
    walled: false,
    workshop: false,
    remedy: 'Install it with `x`',
    env: {},
    ...given,
  });

describe('mayServe', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('says nothing at %s', (host) => {
    expect(verdict({ host, workshop: true })).toEqual({ may: 'serve' });
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'streams.school.example', '127.0.0.1.example.org'])(
    'warns at %s without the wall, with what to do',
    (host) => {
      const { may, text } = { text: '', ...verdict({ host }) };
      expect(may).toBe('serve with a warning');
      expect(text).toContain(`at ${host}`);
      expect(text).toContain('Install it with `x`.');
    },
  );

  it('says nothing anywhere with the wall', () => {
    expect(verdict({ walled: true })).toEqual({ may: 'serve' });
    expect(verdict({ walled: true, workshop: true })).toEqual({ may: 'serve' });
  });

  it('refuses a workshop without the wall, and says both ways out', () => {
    const { may, text } = { text: '', ...verdict({ workshop: true }) };
    expect(may).toBe('not serve');
    expect(text).toContain('Install it with `x`');
    expect(text).toContain(`${WITHOUT_WALL}=yes`);
  });

  it('serves a workshop, warned, when it was told so in so many words', () => {
    const told = verdict({ workshop: true, env: { [WITHOUT_WALL]: 'yes' } });
    expect(told.may).toBe('serve with a warning');
  });

  it('takes no other word for it', () => {
    expect(() => verdict({ env: { [WITHOUT_WALL]: '1' } })).toThrow('must be "yes" or empty');
  });
});
