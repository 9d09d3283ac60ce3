import type { LifeStep } from '../../core/lens/entry-life.ts';
import type { IconName } from '../icons/paths.ts';

/** The drawing and the word for each step in the life of an entry. */
export const lifeLooks: Record<LifeStep['kind'], { icon: IconName; word: string }> = {
  there: { icon: 'entry', word: 'Was there' },
  rewound: { icon: 'undo', word: 'Put back' },
  'entry-added': { icon: 'plus', word: 'Added' },
  delivered: { icon: 'arrow', word: 'Delivered' },
  claimed: { icon: 'arrow', word: 'Claimed' },
  redelivered: { icon: 'restart', word: 'Delivered again' },
  acknowledged: { icon: 'check', word: 'Acknowledged' },
  dropped: { icon: 'minus', word: 'Dropped with its consumer' },
  'entry-removed': { icon: 'minus', word: 'Removed' },
  'ghost-made': { icon: 'warning', word: 'Pending, but deleted' },
  'ghost-gone': { icon: 'check', word: 'No longer pending' },
  'group-destroyed': { icon: 'minus', word: 'Group destroyed' },
  'stream-gone': { icon: 'minus', word: 'Stream gone' },
};
