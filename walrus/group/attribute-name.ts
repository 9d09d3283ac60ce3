type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** The characters of ASCII that a name cannot hold. */
type Separator =
  | ' '
  | '!'
  | '"'
  | '#'
  | '$'
  | '%'
  | '&'
  | "'"
  | '('
  | ')'
  | '*'
  | '+'
  | ','
  | '-'
  | '.'
  | '/'
  | ':'
  | ';'
  | '<'
  | '='
  | '>'
  | '?'
  | '@'
  | '['
  | '\\'
  | ']'
  | '^'
  | '`'
  | '{'
  | '|'
  | '}'
  | '~'
  | '\t'
  | '\n'
  | '\r';

type Collapse<
  Rest extends string,
  Done extends string,
  InGap extends boolean,
> = Rest extends `${infer Head}${infer Tail}`
  ? Head extends Separator
    ? Collapse<Tail, InGap extends true ? Done : `${Done}_`, true>
    : Collapse<Tail, `${Done}${Head}`, false>
  : Done;

type Prefixed<Name extends string> = Name extends `${Digit}${string}` ? `_${Name}` : Name;

/** The attribute under which a group has the stream of this key: `'Stream B'` is `stream_b`. */
export type AttributeName<Key extends string> = string extends Key
  ? never
  : Lowercase<Prefixed<Collapse<Key, '', false>>>;

/**
 * The name of the attribute for a key: every run of characters that are neither letters, digits nor
 * underscores becomes one underscore, a digit in front gets one, and all is in lower case.
 */
export function attributeName(key: string): string {
  const name = key.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '_').toLowerCase();
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

/**
 * The attribute of each key. Throws an Error when two keys would have the same one, and when it
 * would hide something that the object has already, such as a method.
 */
export function attributeNames<Key extends string>(
  keys: Iterable<Key>,
  owner: object,
): Map<Key, string> {
  const taken = new Map<string, Key>();
  const names = new Map<Key, string>();
  for (const key of keys) {
    const name = attributeName(key);
    const other = taken.get(name);
    if (other !== undefined) {
      throw new Error(
        `The keys ${JSON.stringify(other)} and ${JSON.stringify(key)} would both be the attribute ${name} of the group. Put them into two groups of the same name.`,
      );
    }
    if (name in owner) {
      throw new Error(
        `The key ${JSON.stringify(key)} would hide ${name}, which every group has. Use a stream of another name.`,
      );
    }
    taken.set(name, key);
    names.set(key, name);
  }
  return names;
}
