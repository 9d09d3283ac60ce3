import * as v from 'valibot';
import { SESSION_ID } from '../session/session-id.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** What a page may say to the server. Anything else is refused as malformed. */
export const ClientMessage = v.variant('type', [
  v.strictObject({
    /** The first message of every connection: begin a session, or find the one this page had. */
    type: v.literal('hello'),
    protocol: v.number(),
    session: v.nullable(v.pipe(v.string(), v.regex(SESSION_ID))),
  }),
  v.strictObject({
    type: v.literal('run'),
    run: id,
    cell: id,
    source: v.string(),
    /** What looks, after a run that went well, whether the exercise of the cell is solved. */
    check: v.optional(v.string()),
    /**
     * Which runs it waits for. `soon`: those that compute; one that is blocked or has long been
     * waiting for something lets it pass. `in-turn` (Run all): those that have not ended, but for
     * one that is blocked forever.
     */
    turn: v.picklist(['soon', 'in-turn']),
  }),
  v.strictObject({ type: v.literal('stop'), run: id }),
  /** Lets a run go on that would be stopped because it goes on for long. */
  v.strictObject({ type: v.literal('go-on'), run: id }),
  /**
   * Puts Redis back to before a mark of the history: a run, or an earlier rewind, which undoes that.
   * Variables stay.
   */
  v.strictObject({ type: v.literal('rewind'), to: id }),
  /** A new kernel and an empty Redis. */
  v.strictObject({ type: v.literal('restart') }),
  /** Answered with pong: tells a page whether its connection is alive. */
  v.strictObject({ type: v.literal('ping') }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessage>;
