import { expect } from 'vitest';
import { expectNoChange, type Expectations } from './seen.ts';

export const gettingStarted: Expectations = {
  connect: (seen) => {
    expect(seen.value).toBe('Database { isReady: true }');
    expectNoChange(seen);
  },
};
