import { describe, expect, it } from 'vitest';
import { installSentence } from './install-sentence.ts';

const like = (...family: string[]) => ({ id: family[0] ?? '', family, release: '' });

describe('installSentence', () => {
  it('names the package manager of the system', () => {
    expect(installSentence('darwin', null)).toContain('`brew install redis`');
    expect(installSentence('linux', like('fedora'))).toContain('`sudo dnf install valkey`');
    expect(installSentence('win32', null)).toContain('WSL');
  });

  it('goes by what a distribution is made after', () => {
    expect(installSentence('linux', like('linuxmint', 'ubuntu', 'debian'))).toContain('apt-get');
  });

  it('names the packages where it knows no command', () => {
    expect(installSentence('linux', like('nixos'))).toContain('the package redis or valkey');
    expect(installSentence('linux', null)).toContain('the package redis or valkey');
  });

  it('is one sentence that also names the variable', () => {
    const sentence = installSentence('linux', null);
    expect(sentence).toContain('REDISMS_SYSTEM_BINARY');
    expect(sentence.match(/[.!?](\s|$)/g)).toHaveLength(1);
  });
});
