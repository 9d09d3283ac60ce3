import { childrenOf, type Child } from '../../../core/value/children-of.ts';
import { omittedOf } from '../../../core/value/omitted-of.ts';
import type { Value } from '../../../core/value/value.ts';
import { headOf } from './head-of.ts';
import type { Token } from './token.ts';

/** Parts of what is previewed that are looked at; the line ends long before. */
const MOST_CHILDREN = 20;

/** A value in one line of about so many characters: what stands behind a closed row of a tree. */
export function preview(value: Value, most: number): Token[] {
  const children = childrenOf(value);
  const head = headOf(value);
  if (children.length === 0 && omittedOf(value) === 0) return head;
  const isList = typeof value === 'object' && value?.kind !== 'object' && value?.kind !== 'error';
  const isPlainList = typeof value === 'object' && value?.kind === 'list';
  const [open, close] = isPlainList ? ['[', ']'] : ['{', '}'];
  const line = new Line(most);
  const isPlain = typeof value === 'object' && value?.kind === 'object' && value.name === null;
  if (!isPlain) line.add(...head, plain(' '));
  line.add(plain(`${open} `));
  let shown = 0;
  for (const child of children.slice(0, MOST_CHILDREN)) {
    if (shown > 0 && line.isFull) break;
    if (shown > 0) line.add(plain(', '));
    line.add(...nameOf(child, isList), ...inner(child.value, line.left));
    shown++;
  }
  if (shown < children.length || omittedOf(value) > 0) line.add(plain(', …'));
  line.add(plain(` ${close}`));
  return line.tokens;
}

/** Below the first level there is room for little more than what something is. */
function inner(value: Value, most: number): Token[] {
  if (typeof value === 'string' && value.length > most + 10)
    return [{ text: `'${value.slice(0, most)}…'`, tone: 'string' }];
  if (childrenOf(value).length === 0) return headOf(value);
  return most > 20 ? preview(value, most) : [plain('{…}')];
}

function nameOf({ name, key }: Child, isList: boolean): Token[] {
  if (key !== undefined) return [...headOf(key), plain(' => ')];
  return name === null || isList ? [] : [{ text: name, tone: 'name' }, plain(': ')];
}

const plain = (text: string): Token => ({ text, tone: 'punctuation' });

/** Tokens, and how much of a line they have left. */
class Line {
  readonly tokens: Token[] = [];
  left: number;

  constructor(most: number) {
    this.left = most;
  }

  get isFull(): boolean {
    return this.left <= 0;
  }

  add(...tokens: Token[]): void {
    this.tokens.push(...tokens);
    this.left -= tokens.reduce((sum, { text }) => sum + text.length, 0);
  }
}
