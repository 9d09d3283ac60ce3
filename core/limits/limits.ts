/**
 * Limits that the page and the server must agree on. Limits of the server alone are in
 * server/config/limits.ts.
 */

/** Longest source text of one cell, in UTF-16 code units. A longer one is refused, and kept. */
export const MAX_SOURCE_LENGTH = 256 * 1024;

/** Largest WebSocket message the server reads, in bytes: a cell that is too long must still arrive, to be refused kindly. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

/** Entries of one stream in a lens snapshot: the newest ones. */
export const MAX_LENS_ENTRIES = 1000;

/** Entries of all streams in a lens snapshot, shared out evenly. */
export const MAX_LENS_ALL_ENTRIES = 2000;

/** Pending rows of one consumer in a lens snapshot; the total is told beside them. */
export const MAX_LENS_PENDING = 200;

/** Pending rows of all consumers in a lens snapshot. */
export const MAX_LENS_ALL_PENDING = 2000;

/** Consumers of one group, and groups of one stream, in a lens snapshot. */
export const MAX_LENS_CONSUMERS = 50;
export const MAX_LENS_GROUPS = 20;

/** Streams in a lens snapshot, in the order of their keys. */
export const MAX_LENS_STREAMS = 50;

/** Longest field name or value in a lens snapshot, in characters; longer ones end in "…". */
export const MAX_LENS_TEXT = 200;

/** Fields of one entry in a lens snapshot. */
export const MAX_LENS_FIELDS = 20;

/** Characters of all field names and values in a lens snapshot; what comes after them is cut short. */
export const MAX_LENS_ALL_TEXT = 400_000;

/** Rows of commands that are kept of one run; equal commands in sequence share a row. */
export const MAX_COMMAND_ROWS = 100;

/** Commands of one row that are kept whole. */
export const MAX_COMMANDS_IN_ROW = 10;

/** Longest argument and longest reply of a command that is kept, in characters. */
export const MAX_COMMAND_ARGUMENT = 200;
export const MAX_COMMAND_REPLY = 400;

/** Characters of commands and replies that are kept of one run. */
export const MAX_COMMAND_TEXT = 32_000;

/** Lines of changes that are kept of one run, and entry ids that one line names. */
export const MAX_CHANGE_LINES = 100;
export const MAX_CHANGE_IDS = 50;

/** Names of one kind that are kept of one run, and the longest one, in characters. */
export const MAX_NAMES = 200;
export const MAX_NAME_LENGTH = 100;

/** Marks of the history, and what their changes and commands may hold: beyond, the oldest are forgotten. */
export const MAX_MARKS = 100;
export const MAX_HISTORY_CHANGES = 5000;
export const MAX_HISTORY_COMMAND_ROWS = 2000;

/** How deep the structure of a shown value goes, counted in levels below the value itself. */
export const MAX_VALUE_DEPTH = 6;

/** Children of one object, list, Map or Set in the structure of a value; the others are counted. */
export const MAX_VALUE_CHILDREN = 100;

/** Parts of one value, and of all values of one run, that travel as structure beside their text. */
export const MAX_VALUE_PARTS = 2000;
export const MAX_RUN_VALUE_PARTS = 20_000;

/** Characters of one value's structure, and of all of one run. */
export const MAX_VALUE_CHARACTERS = 40_000;
export const MAX_RUN_VALUE_CHARACTERS = 400_000;

/** Longest text inside a value's structure, and longest name in it, in characters. */
export const MAX_VALUE_TEXT = 2000;
export const MAX_VALUE_NAME = 100;

/** Bytes of a buffer that are shown in a value's structure. */
export const MAX_VALUE_BYTES = 32;

/** Printed lines of one run that bring the structure of what they print; later ones are text alone. */
export const MAX_RUN_VALUES = 100;

/** Values that one call of console.log brings with their structure. */
export const MAX_PRINTED_VALUES = 20;

/** Largest file that is read as a notebook of Jupyter, and cells of code in it that are taken over. */
export const MAX_NOTEBOOK_BYTES = 8 * 1024 * 1024;
export const MAX_NOTEBOOK_CELLS = 200;
