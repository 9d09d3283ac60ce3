import { describe, expect, it } from 'vitest';
import { parseLibraries, sharedLibraries } from './shared-libraries.ts';

describe('parseLibraries', () => {
  it('moves libraries into one folder and leaves the loader where programs expect it', () => {
    const printed = [
      '\tlinux-vdso.so.1 (0x00007f59c7037000)',
      '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f59c1120000)',
      '\tliblzf.so.1 => /home/a b/lib/liblzf.so.1 (0x00007f59c0f3e000)',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f59c7039000)',
    ];
    expect(parseLibraries(printed.join('\n'))).toEqual([
      { from: '/lib/x86_64-linux-gnu/libm.so.6', to: '/lib/libm.so.6' },
      { from: '/home/a b/lib/liblzf.so.1', to: '/lib/liblzf.so.1' },
      { from: '/lib64/ld-linux-x86-64.so.2', to: '/lib64/ld-linux-x86-64.so.2' },
    ]);
  });

  it('knows the loader of a system that keeps it elsewhere', () => {
    const line = '\t/lib64/ld-linux-x86-64.so.2 => /nix/store/x/ld-linux-x86-64.so.2 (0x00007f)';
    expect(parseLibraries(line)).toEqual([
      { from: '/nix/store/x/ld-linux-x86-64.so.2', to: '/lib64/ld-linux-x86-64.so.2' },
    ]);
  });

  it('finds none in a program that needs none', () => {
    expect(parseLibraries('\tstatically linked\n')).toEqual([]);
  });
});

describe('sharedLibraries', () => {
  it('does not take a program that ldd could not look at for one that needs none', async () => {
    await expect(sharedLibraries('/no/such/program')).rejects.toThrow('ldd');
  });
});
