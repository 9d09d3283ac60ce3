/**
 * The mistakes that are answered with a sentence. A lesson says with `explains=…` which of them it
 * explains, so that the sentence can lead there.
 */
export const TOPICS = [
  /** A name that no cell that has run declares. */
  'undeclared',
  /** A name that another cell declares in another way. */
  'redeclared',
  /** A const that is assigned again. */
  'constant',
  /** A promise that nobody awaits. */
  'missing-await',
  /** A promise that nothing resolves. */
  'never-resolved',
  /** A method that is not there. */
  'unknown-method',
  /** Something is looked up in undefined. */
  'of-undefined',
  /** node-redis gives null where there is nothing to read. */
  'null-reply',
  /** A field that is no text. */
  'field-values',
  /** A group that is there already. */
  'busygroup',
  /** A group or a stream that is not there. */
  'nogroup',
  /** A key that holds something else. */
  'wrongtype',
  /** What is given as an id and is none. */
  'ids',
  /** An id that is not above all ids before it. */
  'ids-rise',
  /** A read from $ that does not wait. */
  'read-dollar',
  /** An id in place of > reads the history of a consumer. */
  'history-read',
  /** The history holds an entry that was deleted, which node-redis cannot read. */
  'deleted-pending',
  /** A command that waits behind a blocking one on its connection. */
  'blocked-client',
  /** A command that learners may not use. */
  'noperm',
  /** A Redis that is full. */
  'oom',
] as const;
export type Topic = (typeof TOPICS)[number];

/** True for the name of a mistake that is known. */
export function isTopic(name: string): name is Topic {
  return TOPICS.some((topic) => topic === name);
}
