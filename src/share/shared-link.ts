import { MAX_SOURCE_LENGTH } from '../../core/limits/limits.ts';
import { packText, unpackText } from './pack-text.ts';

/** Rises when older pages could not read a link any more. */
const VERSION = '1';
const NAME = 'shared';

/** Longest fragment of a link, in characters: what is longer is cut or refused on its way by some programs. */
export const LONGEST_LINK = 8_000;

/** A text that somebody shares. Whose dialect it is says the link's query. */
export interface SharedText {
  /** Of a cell of the lessons; or one of the sharer's own, that stood beside it. */
  kind: 'cell' | 'scratch';
  /** Slug of the cell of the lessons. */
  cell: string;
  text: string;
}

/** What a fragment holds: a text, a sentence that says why it cannot be read, or nothing of the kind. */
export type FoundText = SharedText | { problem: string } | null;

/** The fragment of a link that holds a text: `#shared=1.cell.add-entry.…`; or how long it would be, if too long. */
export async function sharedFragment({
  kind,
  cell,
  text,
}: SharedText): Promise<{ fragment: string } | { length: number }> {
  const fragment = `#${NAME}=${VERSION}.${kind}.${cell}.${await packText(text)}`;
  return fragment.length > LONGEST_LINK ? { length: fragment.length } : { fragment };
}

/** Reads the fragment of an address. */
export async function readSharedFragment(fragment: string): Promise<FoundText> {
  if (!fragment.startsWith(`#${NAME}=`)) return null;
  if (fragment.length > LONGEST_LINK) {
    return problem(`is too long: ${fragment.length.toLocaleString('en')} characters`);
  }
  const [version = '', kind, cell, packed, ...rest] = fragment.slice(NAME.length + 2).split('.');
  if (/^\d+$/.test(version) && version !== VERSION) {
    return problem('was made by another version of this page. Reload the page, and open it again');
  }
  const isKnown = kind === 'cell' || kind === 'scratch';
  const isWhole = version === VERSION && rest.length === 0 && cell && packed;
  if (!isKnown || !isWhole || !/^[a-z0-9-]{1,64}$/.test(cell)) return problem(damaged);
  try {
    const text = await unpackText(packed, MAX_SOURCE_LENGTH);
    return text === null ? problem('holds more than fits into a cell') : { kind, cell, text };
  } catch {
    return problem(damaged);
  }
}

const damaged = 'is damaged: perhaps only a part of it was copied';

function problem(what: string): { problem: string } {
  return { problem: `The link to a shared text ${what}. Nothing of yours has changed.` };
}
