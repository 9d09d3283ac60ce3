import { expect, it } from 'vitest';
import { wallMissing } from './wall-missing.ts';

const debian = { id: 'debian', family: ['debian'], release: 'bookworm' };
const mint = { id: 'linuxmint', family: ['linuxmint', 'ubuntu', 'debian'], release: '22' };

it('says how to install bubblewrap here', () => {
  const reason = 'bubblewrap is not installed';
  expect(wallMissing('linux', debian, reason)).toContain('sudo apt-get install bubblewrap');
  expect(wallMissing('linux', mint, reason)).toContain('sudo apt-get install bubblewrap');
  expect(wallMissing('linux', null, reason)).toContain('package manager');
});

it('says why it does not work where it is installed', () => {
  const text = wallMissing('linux', debian, 'bubblewrap does not work here (no permissions)');
  expect(text).toContain('no permissions');
  expect(text).toContain('SECURITY.md');
});

it('says where there can be none', () => {
  expect(wallMissing('darwin', null, '')).toContain('Linux');
});
