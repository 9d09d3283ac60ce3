import { currentRun, insideRun, type RunContext } from '../run-context.ts';
import { answered, isSendable, rejected, sent } from './follow.ts';
import { methodOf, wrapMethod, type Method } from './method.ts';

/** The kinds of subscriptions, as node-redis calls them, with what stands before SUBSCRIBE. */
const PREFIXES = { CHANNELS: '', PATTERNS: 'P', SHARDED: 'S' } as const;
type Kind = keyof typeof PREFIXES;

/** Listeners by the ones that the cell gave, so that they can be taken away again. */
const ofRuns = new WeakMap<object, (...args: unknown[]) => unknown>();

/**
 * Records subscribing and unsubscribing, which take another way into the queue of a client than
 * other commands, and lets the listeners belong to the run that has subscribed.
 */
export function recordSubscriptions(queue: object): void {
  const listeners = methodOf(queue, 'getPubSubListeners');
  const names = (self: object, kind: Kind) => {
    const known = Reflect.apply(listeners, self, [kind]);
    return known instanceof Map ? [...known.keys()].map(String) : [];
  };
  const counted = (self: object, kind: Kind) =>
    kind === 'SHARDED'
      ? names(self, kind).length
      : names(self, 'CHANNELS').length + names(self, 'PATTERNS').length;

  const recorded =
    (word: 'subscribe' | 'unsubscribe') =>
    (original: Method): Method =>
      function (...args) {
        const [kind, given, listener, ...rest] = args;
        const run = currentRun();
        if (!run || !isKind(kind)) return Reflect.apply(original, this, args);
        const before = names(this, kind);
        const all = given === undefined ? [] : Array.isArray(given) ? given : [given];
        // Redis is not told of channels to which the connection has subscribed already.
        const channels =
          word === 'subscribe' ? all.filter((name) => !before.includes(String(name))) : all;
        const bound = typeof listener === 'function' ? ofRun(run, listener) : listener;
        const replied = Reflect.apply(original, this, [kind, given, bound, ...rest]);
        const command = [`${PREFIXES[kind]}${word}`.toUpperCase(), ...channels];
        if (!(replied instanceof Promise) || !isSendable(command)) return replied;
        const ticket = sent(run, this, command);
        const told = channels.length > 0 ? channels : before;
        replied.then(
          () => {
            const left = counted(this, kind);
            const count = (at: number) =>
              word === 'subscribe' ? left - told.length + 1 + at : left + told.length - 1 - at;
            const name = `${PREFIXES[kind].toLowerCase()}${word}`;
            // Redis answers once for each channel; one answer is shown as it is.
            const replies = told.map((channel, at) => [name, channel, count(at)]);
            answered(run, ticket, replies.length === 1 ? replies[0] : replies);
          },
          (error: unknown) => rejected(run, ticket, command, error),
        );
        return replied;
      };
  wrapMethod(queue, 'subscribe', recorded('subscribe'));
  wrapMethod(queue, 'unsubscribe', recorded('unsubscribe'));
}

function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && Object.hasOwn(PREFIXES, kind);
}

function ofRun(run: RunContext, listener: object): (...args: unknown[]) => unknown {
  let bound = ofRuns.get(listener);
  if (!bound) {
    bound = (...args) => {
      if (run.cancelled || typeof listener !== 'function') return;
      insideRun(run, () => Reflect.apply(listener, undefined, args));
    };
    ofRuns.set(listener, bound);
  }
  return bound;
}
