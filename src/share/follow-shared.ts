import { tick } from 'svelte';
import type { SharedState } from '../state/shared.svelte.ts';

/** Shows the text that the address holds, now and whenever another such link is followed. Returns what ends it. */
export function followShared(shared: SharedState, say: (text: string) => void): () => void {
  const follow = async () => {
    const cell = await shared.load();
    if (cell === null) return;
    say('Somebody shared a text with you. It stands below the cell that it is for.');
    await tick();
    const notice = document.querySelector(`[data-cell="${CSS.escape(cell)}"] [data-shared]`);
    notice?.closest('[data-cell]')?.scrollIntoView({ block: 'start' });
  };
  const changed = () => void follow();
  changed();
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
