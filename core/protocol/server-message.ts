import * as v from 'valibot';
import { SessionEvent } from '../session/event.ts';
import { SessionView } from '../session/view.ts';

/** Why the server did not do what a message asked. */
export const RefusalReason = v.picklist([
  /** Not a message of the protocol. */
  'malformed',
  /** A page of another version: reload it. */
  'protocol',
  /** No room for one more session, not even in the waiting line: try again later. */
  'full',
  /** No more sessions or connections for this network address. */
  'full-address',
  /** It was asked for too often within a short time. */
  'too-fast',
  /** The connection did not say hello in time. */
  'too-late',
  /** The cell's text is over MAX_SOURCE_LENGTH. */
  'too-long',
  /** Too many runs are queued. */
  'too-many',
  /** A run that this session does not have, or has already. */
  'unknown-run',
  /** Redis cannot be put back: a cell is still running, or the point is not kept any more. */
  'no-rewind',
  /** The server is about to be restarted: ask again when the page has come back. */
  'restarting',
  /** The server could not do its part: no Redis, no kernel. */
  'internal',
]);
export type RefusalReason = v.InferOutput<typeof RefusalReason>;

/** What the server says to a page. */
export const ServerMessage = v.variant('type', [
  v.object({
    /** Answer to hello: all of the session as it is now. Events follow. */
    type: v.literal('welcome'),
    session: v.string(),
    /** new: none was asked for; resumed: found again; lost: the one asked for is gone, this is a new one. */
    found: v.picklist(['new', 'resumed', 'lost']),
    view: SessionView,
  }),
  v.object({
    /** Other answer to hello: the server is full. Comes again whenever `ahead` has changed, until welcome. */
    type: v.literal('waiting'),
    /** People who will be let in before this page. */
    ahead: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.object({ type: v.literal('event'), event: SessionEvent }),
  v.object({
    type: v.literal('refused'),
    reason: RefusalReason,
    /** What to do, in a sentence for the learner. */
    message: v.string(),
    /** The run that it is about, when it is about one. */
    run: v.nullable(v.string()),
  }),
  v.object({
    /** The session was ended while this page was connected; the connection is closed after it. */
    type: v.literal('over'),
    /** Why, in a sentence for the learner. */
    message: v.string(),
  }),
  v.object({ type: v.literal('pong') }),
  /**
   * The server is about to be restarted: it begins nothing new, and closes the connection when what
   * runs has ended, or when its patience has.
   */
  v.object({ type: v.literal('restarting') }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessage>;
