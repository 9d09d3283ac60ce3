import { keyMap, type KeyCommand, type Press } from './key-map.ts';

/** Longest time between the two presses of a double key, in ms. */
export const DOUBLE_TIME = 1_000;

/** As much of a KeyboardEvent as tells what was pressed. */
export type Pressed = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'shiftKey'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'isComposing'
  | 'repeat'
  | 'timeStamp'
>;

/** `wait`: the key is taken, and nothing is to be done: half of a double key, or one that is held down. */
export type KeyMeaning = KeyCommand | 'wait' | null;

/** Keys that do their work again and again while they are held down. */
const held: ReadonlySet<KeyCommand> = new Set(['next', 'previous']);

const bindings = keyMap.flatMap((group) => group.bindings);

/** Understands keys by the key map; remembers the first press of a double key. */
export class KeyReader {
  #half: { command: KeyCommand; at: number } | null = null;

  /**
   * What a key means.
   * @param isText true while the text of a cell is edited, false while a cell is selected
   * @returns null for a key that is not ours
   */
  read(event: Pressed, isText: boolean): KeyMeaning {
    // While an input method composes, Enter and Escape belong to it.
    if (event.isComposing) return null;
    const half = this.#half;
    const place = isText ? 'text' : 'cell';
    for (const { command, ways, where } of bindings) {
      if (where !== 'both' && where !== place) continue;
      const way = ways.find(([first]) => first !== undefined && isPress(event, first));
      if (way === undefined) continue;
      if (event.repeat) return held.has(command) ? command : 'wait';
      const isSecond = half?.command === command && event.timeStamp - half.at <= DOUBLE_TIME;
      this.#half = way.length === 2 && !isSecond ? { command, at: event.timeStamp } : null;
      return this.#half === null ? command : 'wait';
    }
    if (!event.repeat && !isModifier(event.key)) this.#half = null;
    return null;
  }
}

function isPress(event: Pressed, press: Press): boolean {
  const hasControl = event.ctrlKey || event.metaKey;
  if (hasControl !== (press.control ?? false) || event.altKey !== (press.alt ?? false))
    return false;
  // Which keys give a question mark or a digit is the keyboard's affair.
  const isSign = /^\P{L}$/u.test(press.key);
  if (!isSign && event.shiftKey !== (press.shift ?? false)) return false;
  return letterOf(event) === press.key;
}

/** The key, as a keyboard for Latin letters would name it. */
function letterOf({ key, code }: Pressed): string {
  const isForeignLetter = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  const name = isForeignLetter && latin !== undefined ? latin : key;
  return name.length === 1 ? name.toLowerCase() : name;
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta'].includes(key);
}
