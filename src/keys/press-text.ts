import type { Press } from './key-map.ts';

const names: Record<string, string> = {
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
};
const spoken: Record<string, string> = {
  '↓': 'Down arrow',
  '↑': 'Up arrow',
  '?': 'Question mark',
  '/': 'Slash',
};

/** What stands on the keys of one press, in the order in which they are held: `Shift`, `Enter`. */
export function pressText({ key, shift, control, alt }: Press, isMac: boolean): string[] {
  const name = names[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key);
  return [
    ...(control ? [isMac ? 'Cmd' : 'Ctrl'] : []),
    ...(alt ? [isMac ? 'Option' : 'Alt'] : []),
    ...(shift ? ['Shift'] : []),
    name,
  ];
}

/** A key's name for those who hear it, where what stands on it is a sign. */
export function spokenKey(text: string): string | null {
  return spoken[text] ?? null;
}
