import type { ToldChange } from './change.ts';
import type { Fold } from './fold.ts';
import { sayAdded, sayRemoved } from './say-entries.ts';
import {
  sayAppeared,
  sayConsumerRemoved,
  sayGroupDestroyed,
  sayGroupMade,
  sayMoved,
} from './say-group.ts';
import {
  sayAcknowledged,
  sayClaimed,
  sayDelivered,
  sayDropped,
  sayGhostGone,
  sayGhostMade,
  sayRedelivered,
} from './say-pending.ts';
import { sayExpiry, sayStreamGone, sayStreamMade } from './say-stream.ts';

/** One plain English sentence that tells a fold, with its cause where that is known. */
export function say({ first, changes, ...rest }: Fold): string {
  // Changes of one fold are of one kind; the check tells TypeScript so.
  const fold = <C extends ToldChange>(one: C, isAlike: (change: ToldChange) => change is C) => {
    return { first: one, changes: changes.filter(isAlike), ...rest };
  };
  switch (first.kind) {
    case 'stream-made':
      return sayStreamMade(fold(first, (c) => c.kind === 'stream-made'));
    case 'stream-gone':
      return sayStreamGone(fold(first, (c) => c.kind === 'stream-gone'));
    case 'expiry-changed':
      return sayExpiry(fold(first, (c) => c.kind === 'expiry-changed'));
    case 'entry-added':
      return sayAdded(fold(first, (c) => c.kind === 'entry-added'));
    case 'entry-removed':
      return sayRemoved(fold(first, (c) => c.kind === 'entry-removed'));
    case 'group-made':
      return sayGroupMade(fold(first, (c) => c.kind === 'group-made'));
    case 'group-destroyed':
      return sayGroupDestroyed(fold(first, (c) => c.kind === 'group-destroyed'));
    case 'group-moved':
      return sayMoved(fold(first, (c) => c.kind === 'group-moved'));
    case 'consumer-appeared':
      return sayAppeared(fold(first, (c) => c.kind === 'consumer-appeared'));
    case 'consumer-removed':
      return sayConsumerRemoved(fold(first, (c) => c.kind === 'consumer-removed'));
    case 'delivered':
      return sayDelivered(fold(first, (c) => c.kind === 'delivered'));
    case 'claimed':
      return sayClaimed(fold(first, (c) => c.kind === 'claimed'));
    case 'redelivered':
      return sayRedelivered(fold(first, (c) => c.kind === 'redelivered'));
    case 'acknowledged':
      return sayAcknowledged(fold(first, (c) => c.kind === 'acknowledged'));
    case 'dropped':
      return sayDropped(fold(first, (c) => c.kind === 'dropped'));
    case 'ghost-made':
      return sayGhostMade(fold(first, (c) => c.kind === 'ghost-made'));
    case 'ghost-gone':
      return sayGhostGone(fold(first, (c) => c.kind === 'ghost-gone'));
  }
}
