import { describe, expect, it } from 'vitest';
import { missingPackages } from './missing-packages.ts';

const WANTED = /^(redis|valkey|lib|lua)/;

describe('missingPackages', () => {
  it('lists what would be installed, once each', () => {
    const simulation = [
      'Reading package lists...',
      'Inst libjemalloc2 (5.3.0-1 Debian:12/stable [amd64])',
      'Inst redis-tools (5:7.0.15-1 Debian:12/stable [amd64])',
      'Inst redis-server (5:7.0.15-1 Debian:12/stable [amd64])',
      'Conf libjemalloc2 (5.3.0-1 Debian:12/stable [amd64])',
    ].join('\n');
    expect(missingPackages(simulation, WANTED)).toEqual([
      'libjemalloc2',
      'redis-tools',
      'redis-server',
    ]);
  });

  it('leaves out the C library and what a server that is only unpacked does not need', () => {
    const simulation =
      'Inst libc6 [2.36-9] (2.36-10)\nInst adduser (3.1)\nInst valkey-server (8.1)\n';
    expect(missingPackages(simulation, WANTED)).toEqual(['valkey-server']);
  });

  it('is empty when nothing would be installed', () => {
    expect(missingPackages('0 upgraded, 0 newly installed', WANTED)).toEqual([]);
  });
});
