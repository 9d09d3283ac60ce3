import type { PendingMark } from '../../core/lens/mark-pending.ts';

/** What happened to a pending row, in as few words as it can be said. */
export function pendingMarkText(mark: PendingMark): string {
  switch (mark.kind) {
    case 'delivered':
      return 'delivered';
    case 'claimed':
      return `claimed from ${mark.from}`;
    case 'redelivered':
      return 'delivered again';
  }
}
