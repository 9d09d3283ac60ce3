import type { GonePending, PendingNews } from './stream-news.ts';

/** What happened to a pending row, in as few words as it can be said. */
export function pendingNewsText(news: PendingNews): string {
  switch (news.kind) {
    case 'delivered':
      return 'delivered';
    case 'claimed':
      return `claimed from ${news.from}`;
    case 'redelivered':
      return 'delivered again';
  }
}

/** How rows left the pending entries list. */
export const goneText: Record<GonePending['why'], string> = {
  acknowledged: 'acknowledged',
  dropped: 'dropped with its consumer',
  'ghost-gone': 'ghost gone',
};
