import { expect, it } from 'vitest';
import { countsThreadsByNamespace } from './limit-threads.ts';

it.each([
  ['6.1.0-18-amd64', true],
  ['5.14.0', true],
  ['5.10.0-28-amd64', false],
  ['4.19.0', false],
  ['5.15.153.1-microsoft-standard-WSL2', true],
])('knows how Linux %s counts threads', (release, expected) => {
  expect(countsThreadsByNamespace(release)).toBe(expected);
});
