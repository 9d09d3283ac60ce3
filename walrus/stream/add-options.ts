import type { References, TrimPrecision, TrimTarget } from './trim-options.ts';

interface NoTrim {
  readonly maxLength?: never;
  readonly minId?: never;
  readonly approximate?: never;
  readonly limit?: never;
}

interface AddBasics {
  /**
   * The id of the new entry, greater than every id the stream ever had. Default `*`: the server's
   * time in ms and the next free sequence. `<ms>-*` leaves the sequence to the server (Redis 7.0).
   */
  readonly id?: string;
  /** Do not make the stream when there is none; the call then resolves to null. */
  readonly noMakeStream?: boolean;
  /** What trimming does to references of consumer groups. Needs Redis 8.2. */
  readonly references?: References;
}

/** What `add` accepts; trimming takes either `maxLength` or `minId`. */
export type AddOptions = AddBasics & (NoTrim | (TrimTarget & TrimPrecision));
