import type { StreamNews } from './stream-news.ts';

/** A change of how many entries a stream has, in words. */
export interface LengthNews {
  sign: 'plus' | 'minus';
  text: string;
}

/** How many entries came and how many went, and why where all that is shown went for one reason. */
export function lengthNews({ added, trimmed, deleted, grown }: StreamNews): LengthNews[] {
  const more = grown?.added ?? added.size;
  const fewer = grown?.removed ?? trimmed.length + deleted.length;
  const why =
    trimmed.length === 0 && deleted.length === 0
      ? 'gone'
      : deleted.length === 0
        ? 'trimmed'
        : trimmed.length === 0
          ? 'deleted'
          : 'trimmed and deleted';
  return [
    ...(more > 0 ? [told('plus', more, 'more')] : []),
    ...(fewer > 0 ? [told('minus', fewer, why)] : []),
  ];
}

function told(sign: LengthNews['sign'], count: number, word: string): LengthNews {
  return { sign, text: `${count.toLocaleString('en')} ${word}` };
}
