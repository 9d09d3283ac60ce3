import { describe, expect, it } from 'vitest';
import { isAllowedHost, isOwnOrigin, readHostNames } from './allowed-hosts.ts';

describe('isAllowedHost', () => {
  it.each([
    'localhost:4000',
    'localhost',
    '127.0.0.1:4000',
    '[::1]:4000',
    '192.168.1.5',
    'LOCALHOST:1',
  ])('allows %s', (host) => {
    expect(isAllowedHost(host, [])).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
  ])('refuses %s', (host) => {
    expect(isAllowedHost(host, [])).toBe(false);
  });

  it('allows a name that was listed', () => {
    expect(
      isAllowedHost(
        'streams.school.example:80',
        readHostNames('A.example, streams.School.example'),
      ),
    ).toBe(true);
  });
});

describe('isOwnOrigin', () => {
  it.each([
    ['http://localhost:4000', 'localhost:4000'],
    ['https://streams.example', 'streams.example'],
    ['https://streams.example', 'streams.example:443'],
  ])('takes %s for a page of %s', (origin, host) => {
    expect(isOwnOrigin(origin, host)).toBe(true);
  });

  it.each([
    [undefined, 'localhost:4000'],
    ['null', 'localhost:4000'],
    ['http://evil.example', 'localhost:4000'],
    ['http://localhost:5000', 'localhost:4000'],
    ['http://127.0.0.1:4000', 'localhost:4000'],
    ['file://localhost:4000', 'localhost:4000'],
  ])('does not take %s for a page of %s', (origin, host) => {
    expect(isOwnOrigin(origin, host)).toBe(false);
  });
});
