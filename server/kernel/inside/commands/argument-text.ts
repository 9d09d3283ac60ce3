import { MAX_COMMAND_ARGUMENT } from '../../../../core/limits/limits.ts';

/** What node-redis accepts as an argument of a command. */
export type Argument = string | Uint8Array;

/** Characters of all arguments of one command that are kept. */
const MAX_ARGUMENTS = 2000;

const HIDDEN = '(hidden)';

const decoder = new TextDecoder();
const decode = decoder.decode.bind(decoder);

export interface KeptArguments {
  args: string[];
  /** True when it could not be sent again like this: cut, left out, hidden, or bytes that are not text. */
  isCut: boolean;
  /** Characters of all that is kept. */
  size: number;
}

/** The arguments of a command as text, each cut where it is too long, passwords hidden. */
export function keepArguments(args: readonly Argument[]): KeptArguments {
  const kept: KeptArguments = { args: [], isCut: false, size: 0 };
  const secret = secretPosition(args);
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const { text, isWhole } = at === secret ? { text: HIDDEN, isWhole: false } : shorten(arg);
    if (kept.size + text.length > MAX_ARGUMENTS) return { ...kept, isCut: true };
    kept.args.push(text);
    kept.size += text.length;
    if (!isWhole) kept.isCut = true;
  }
  return kept;
}

/** The text of an argument; null when it is too long to be looked at. */
export function shortText(arg: Argument | undefined): string | null {
  if (arg === undefined || arg.length > MAX_COMMAND_ARGUMENT) return null;
  return typeof arg === 'string' ? arg : decode(arg);
}

function shorten(arg: Argument): { text: string; isWhole: boolean } {
  // A character is at most four bytes: no more of a large value is decoded than can be shown.
  const text =
    typeof arg === 'string' ? arg : decode(arg.subarray(0, 4 * (MAX_COMMAND_ARGUMENT + 1)));
  if (text.length > MAX_COMMAND_ARGUMENT)
    return { text: cutText(text, MAX_COMMAND_ARGUMENT), isWhole: false };
  return { text, isWhole: typeof arg === 'string' || !text.includes('\uFFFD') };
}

/** The beginning of a text, "…" at its end, `length` characters in all; no character is cut in two. */
export function cutText(text: string, length: number): string {
  const end = length - 1;
  const last = text.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

/** Where the password stands in AUTH and HELLO; -1 in other commands. */
function secretPosition(args: readonly Argument[]): number {
  const name = shortText(args[0])?.toUpperCase();
  if (name === 'AUTH') return args.length - 1;
  if (name !== 'HELLO') return -1;
  const auth = args.findIndex((arg, at) => at > 1 && shortText(arg)?.toUpperCase() === 'AUTH');
  return auth < 0 ? -1 : auth + 2;
}
