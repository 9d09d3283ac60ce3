import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { addressesOfMachine } from './addresses-of-machine.ts';

const ipv4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '', cidr: null },
});
const ipv6: NetworkInterfaceInfo = {
  ...{ address: 'fe80::1', internal: false, family: 'IPv6', netmask: '', mac: '', cidr: null },
  scopeid: 2,
};
const interfaces = {
  lo: [ipv4('127.0.0.1', true)],
  eth0: [ipv4('192.0.2.7'), ipv6],
  gone: undefined,
};

it('names what others can open where a server listens everywhere, and nothing else', () => {
  const url = 'http://0.0.0.0:4000/';
  expect(addressesOfMachine({ host: '0.0.0.0', url }, interfaces)).toEqual([
    'http://192.0.2.7:4000/',
  ]);
  expect(addressesOfMachine({ host: '192.0.2.7', url }, interfaces)).toEqual([]);
});
