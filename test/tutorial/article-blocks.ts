/** One Python block of the article, and the cells that mirror it. */
export interface ArticleBlock {
  /** What the block shows, in a few words. */
  what: string;
  /** The cells' slugs, in reading order. */
  cells: string[];
}

/**
 * All Python blocks of the article, section by section in its order (its two other blocks are shell
 * commands). Its first and last section have none.
 */
export const ARTICLE_BLOCKS: { lesson: string; blocks: ArticleBlock[] }[] = [
  {
    lesson: 'basic-operations',
    blocks: [
      { what: 'a Database and the Stream stream-a', cells: ['connect', 'open-stream'] },
      { what: 'add a first message and print its id', cells: ['add-entry'] },
      { what: 'add messages 2 and 3', cells: ['add-more'] },
      { what: 'ranges, limited ranges, all', cells: ['range-from', 'range-count', 'range-all'] },
      { what: 'add a message, delete it, count', cells: ['delete-entry'] },
      {
        what: 'fill stream-2, trim it approximately, then exactly',
        cells: ['fill-stream', 'trim-approximate', 'trim-exact'],
      },
    ],
  },
  {
    lesson: 'processing-data',
    blocks: [
      { what: 'read everything', cells: ['read-all'] },
      { what: 'read after an id, and after the last one', cells: ['read-after', 'read-nothing'] },
      { what: 'block for two seconds', cells: ['read-block'] },
    ],
  },
  {
    lesson: 'consumer-groups',
    blocks: [
      {
        what: 'dummy messages; make cg-abc and move it to the end',
        cells: ['dummy-entries', 'make-group'],
      },
      { what: 'an empty read', cells: ['read-empty'] },
      { what: 'messages for a, b and c', cells: ['add-to-streams'] },
      { what: 'read one of each stream', cells: ['read-one-each'] },
      { what: 'read again, only c is left', cells: ['read-one-more'] },
      { what: 'what is pending on a', cells: ['pending-a'] },
      { what: 'acknowledge it', cells: ['ack-a'] },
      { what: 'a second consumer', cells: ['second-consumer'] },
      { what: 'its read goes on', cells: ['read-second'] },
      { what: 'what is pending on c', cells: ['pending-c'] },
      { what: 'claim the first', cells: ['claim-entry'] },
      { what: 'what is pending on c now', cells: ['pending-claimed'] },
      { what: 'destroy the group, count stream-c', cells: ['destroy-group'] },
    ],
  },
  {
    lesson: 'time-series',
    blocks: [
      { what: 'demo-ts on s1 and s2, dummy entries 0-1', cells: ['make-series'] },
      { what: 'ten days on s1', cells: ['add-ten-days'] },
      { what: 'three messages from January 2 on', cells: ['slice-days'] },
      { what: 'the parts of a Message', cells: ['message-parts'] },
      { what: 'five days on s2', cells: ['add-five-days'] },
      { what: 'read two of each stream', cells: ['read-flat'] },
      { what: 'what is pending on s1, acknowledged', cells: ['pending-s1', 'ack-s1'] },
      { what: 'set the position to a date, read on', cells: ['set-position'] },
    ],
  },
];

/** Where the article differs from today, and the cell whose note says so. */
export const THEN_AND_NOW: Record<string, string> = {
  'stream.xadd never existed': 'delete-entry',
  'timeout is block': 'read-block',
  'nothing newer is an empty list': 'read-nothing',
  'how many entries a trim removes': 'trim-approximate',
  'a group read is a list of pairs': 'read-one-each',
  'and no dictionary': 'read-flat',
  'pending rows are dictionaries': 'pending-a',
  'a claim counts as a delivery': 'pending-claimed',
  'stream-c has 11 entries': 'destroy-group',
  'the ids of a machine at UTC-6': 'slice-days',
  'the consumer events-ts.c': 'pending-s1',
  'acknowledging does not delete': 'ack-a',
  'a deleted entry stays pending': 'delete-pending',
};
