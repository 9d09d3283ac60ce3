import type { ResourceLimits } from './resource-limits.ts';

/** A file or folder of the machine, and where the confined program sees it. */
export interface Mount {
  readonly from: string;
  readonly to: string;
  /** False when left out. */
  readonly writable?: boolean;
}

/** What a program gets of the machine. Without a second wall only the limits are in force. */
export interface Confinement {
  /** All that it sees besides itself, its libraries, /dev/null and /dev/urandom. */
  readonly mounts: readonly Mount[];
  /** Families of sockets that it may make: see filter/asked-calls.ts. */
  readonly sockets: readonly number[];
  readonly limits: ResourceLimits;
}
