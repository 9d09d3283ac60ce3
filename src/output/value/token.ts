/** A piece of a value's text, and what its colour says. */
export interface Token {
  text: string;
  tone: 'name' | 'string' | 'number' | 'keyword' | 'type' | 'function' | 'comment' | 'punctuation';
}
