import { expect } from 'vitest';
import { addedTo, type Expectations, groupIn, heldIn } from './seen.ts';

export const learningMore: Expectations = {
  worker: (seen) => {
    expect(addedTo(seen, 'jobs').map(({ fields }) => fields.task)).toEqual([
      'resize',
      'upload',
      'notify',
    ]);
    expect(seen.printed).toBe('done: resize\ndone: upload\ndone: notify\n');
    expect(seen.value).toBe('[]');
    expect(heldIn(seen.after, 'jobs', 'workers')).toEqual([]);
    expect(groupIn(seen.after, 'jobs', 'workers')?.lag).toBe(0);
  },
};
