import { PLAIN, type StyledText } from './ansi-style.ts';
import { changeStyle } from './change-style.ts';
import { TerminalLine } from './terminal-line.ts';

/** Longest text of an operating-system command, such as a title or the address of a link. */
const OSC = 2048;

/** Pieces in styles of their own; what comes after so many is shown plain. */
const MOST_PARTS = 5000;

/**
 * A break, a move, or an escape sequence: CSI, OSC, DCS and the like, two letters. One that was cut off
 * at the end of the text is one too.
 */
const CONTROL = new RegExp(
  [
    '[\\n\\r\\b]',
    '\\u001b\\[([0-?]{0,256})[ -/]{0,16}([@-~]|$)',
    `\\u001b\\][^\\u0007\\u001b\\n]{0,${OSC}}(?:\\u0007|\\u001b\\\\|$)?`,
    `\\u001b[PX^_][^\\u001b\\n]{0,${OSC}}(?:\\u001b\\\\|$)?`,
    '\\u001b[ -/]{0,16}[0-~]?',
  ].join('|'),
  'g',
);

/** True for a text that is more than letters and breaks of lines. */
export function hasControls(text: string): boolean {
  return text.includes('\u001b') || text.includes('\r') || text.includes('\b');
}

/**
 * A text as a terminal would show it at the end: in its colours, with lines that were written over in
 * their last state. Every other sequence is left out.
 */
export function parseAnsi(text: string): StyledText[] {
  if (!hasControls(text)) return text === '' ? [] : [{ text, style: PLAIN }];
  const parts: StyledText[] = [];
  let line = new TerminalLine();
  let style = PLAIN;
  let end = 0;
  for (const match of text.matchAll(CONTROL)) {
    line.write(text.slice(end, match.index), style);
    const [all, parameters = '', final] = match;
    end = match.index + all.length;
    if (all === '\n') {
      line.parts.forEach((part) => append(parts, part));
      append(parts, { text: '\n', style: PLAIN });
      line = new TerminalLine();
    } else if (all === '\r') line.carriageReturn();
    else if (all === '\b') line.backspace();
    else if (final === 'm') style = changeStyle(style, parameters);
    else if (final === 'K') line.erase(Number(parameters) || 0);
  }
  line.write(text.slice(end), style);
  line.parts.forEach((part) => append(parts, part));
  return parts;
}

function append(parts: StyledText[], { text, style }: StyledText): void {
  const last = parts.at(-1);
  const shown = parts.length >= MOST_PARTS ? PLAIN : style;
  if (last?.style === shown) parts[parts.length - 1] = { text: last.text + text, style: shown };
  else parts.push({ text, style: shown });
}
