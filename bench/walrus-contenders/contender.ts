/** One client library that does the same work as the others. */
export interface Contender {
  name: string;
  /** Appends one entry of two fields and waits for its id. */
  add(key: string): Promise<unknown>;
  /** Walks through all entries in pages of 1000 and tells how many there were. */
  iterate(key: string): Promise<number>;
  /** Reads all entries with one command. */
  range(key: string): Promise<readonly unknown[]>;
  /** Makes the group again, from the first entry on. */
  restartGroup(key: string, group: string): Promise<void>;
  /** Reads the stream through the group in batches of 100, acknowledges each, counts the entries. */
  readAndAck(key: string, group: string): Promise<number>;
  close(): Promise<unknown>;
}

/** Connects to the Redis at this URL. */
export type Connect = (url: string) => Promise<Contender>;

export const PAGE = 1000;
export const BATCH = 100;
