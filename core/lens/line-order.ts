import type { ToldKind } from './deed.ts';

/** Each kind with its sign, in the order in which the lines of one stream, or of one group, are read. */
const KINDS: Record<ToldKind, '+' | '-' | '~'> = {
  'stream-gone': '-',
  'stream-made': '+',
  'expiry-changed': '~',
  'entry-added': '+',
  'entry-removed': '-',
  'group-destroyed': '-',
  'group-made': '+',
  'consumer-appeared': '+',
  'group-moved': '~',
  delivered: '+',
  redelivered: '~',
  claimed: '~',
  acknowledged: '-',
  'ghost-made': '~',
  'ghost-gone': '-',
  dropped: '-',
  'consumer-removed': '-',
};
const RANKS = new Map(Object.keys(KINDS).map((kind, i) => [kind, i]));

/** `+` something came, `-` something went, `~` something is different. */
export function signOf(kind: ToldKind): '+' | '-' | '~' {
  return KINDS[kind];
}

/** Where a kind stands among the lines of one stream, or of one group. */
export function rankOf(kind: ToldKind): number {
  return RANKS.get(kind) ?? 0;
}
