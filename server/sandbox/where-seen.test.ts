import { expect, it } from 'vitest';
import { whereSeen } from './where-seen.ts';

const mounts = [
  { from: '/opt/deno', to: '/deno' },
  { from: '/tmp/run/1', to: '/redis' },
];

it.each([
  ['/opt/deno', '/deno'],
  ['/tmp/run/1', '/redis'],
  ['/tmp/run/1/s', '/redis/s'],
  ['/tmp/run/10/s', '/tmp/run/10/s'],
])('sees %s at %s', (file, seen) => {
  expect(whereSeen(mounts, file)).toBe(seen);
});
