import * as v from 'valibot';
import { LensSnapshot } from '../lens/snapshot.ts';
import { History } from './history.ts';
import { Run } from './run.ts';

/** starting: not there yet; ready: runs cells; failed: could not be started, see the notice. */
export const ServiceState = v.picklist(['starting', 'ready', 'failed']);
export type ServiceState = v.InferOutput<typeof ServiceState>;

/** The learner's kernel process. */
export const KernelView = v.object({
  state: ServiceState,
  /** Rises with every new kernel process; variables of an earlier one are gone. */
  generation: v.number(),
  /** Why the kernel before this one is gone, in a sentence for the learner; null after a restart that they asked for. */
  notice: v.nullable(v.string()),
});
export type KernelView = v.InferOutput<typeof KernelView>;

/** The learner's Redis. */
export const RedisView = v.object({
  state: ServiceState,
  /** As `INFO server` says it: "7.0.15". */
  version: v.string(),
  /** "Redis" or "Valkey". */
  product: v.string(),
  /** Why its data is gone, in a sentence for the learner. */
  notice: v.nullable(v.string()),
});
export type RedisView = v.InferOutput<typeof RedisView>;

/** All that a page shows of a session. The server and the page keep it with the same function, applyEvent(). */
export const SessionView = v.object({
  kernel: KernelView,
  redis: RedisView,
  /** The newest run of each cell, and older ones that have not ended. */
  runs: v.array(Run),
  lens: v.nullable(LensSnapshot),
  /** The lens when the last run was started: what is different since is marked in it. */
  lensBase: v.nullable(LensSnapshot),
  history: History,
});
export type SessionView = v.InferOutput<typeof SessionView>;
