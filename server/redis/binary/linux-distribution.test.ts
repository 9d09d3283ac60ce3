import { describe, expect, it } from 'vitest';
import { parseOsRelease } from './linux-distribution.ts';

describe('parseOsRelease', () => {
  it('reads Debian', () => {
    const text =
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n';
    expect(parseOsRelease(text)).toEqual({ id: 'debian', family: ['debian'], release: 'bookworm' });
  });

  it('reads what a distribution is made after', () => {
    const text = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\n';
    expect(parseOsRelease(text)).toEqual({
      id: 'linuxmint',
      family: ['linuxmint', 'ubuntu', 'debian'],
      release: '22',
    });
  });

  it('makes do with an empty file', () => {
    expect(parseOsRelease('')).toEqual({ id: 'linux', family: ['linux'], release: '' });
  });
});
