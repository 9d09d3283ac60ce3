/**
 * Limits that the page and the server must agree on. Limits of the server alone are in
 * server/config/limits.ts.
 */

/** Longest source text of one cell, in UTF-16 code units. A longer one is refused, and kept. */
export const MAX_SOURCE_LENGTH = 256 * 1024;

/** Largest WebSocket message the server reads, in bytes: a cell that is too long must still arrive, to be refused kindly. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Entries of one stream in a lens snapshot: the newest ones. */
export const MAX_LENS_ENTRIES = 50;

/** Pending rows of one consumer in a lens snapshot; the total is told beside them. */
export const MAX_LENS_PENDING = 100;

/** Streams in a lens snapshot, in the order of their keys. */
export const MAX_LENS_STREAMS = 20;

/** Longest field name or value in a lens snapshot, in characters; longer ones end in "…". */
export const MAX_LENS_TEXT = 200;
