import type { AddOptions } from '../stream/add-options.ts';
import type { PageOptions } from '../stream/read-options.ts';
import type { TrimPrecision, References } from '../stream/trim-options.ts';
import type {
  AutoclaimOptions,
  GroupStreamReadOptions,
  PendingEntry,
  PendingOptions,
} from '../group/group-options.ts';
import type { TimeId } from './time-id.ts';

type WithTimeId<Options, Name extends PropertyKey> = Options extends unknown
  ? Omit<Options, Name> & { readonly [N in Name & keyof Options]?: TimeId | undefined }
  : never;

/** What `TimeSeriesStream.add` accepts. */
export type TimeSeriesAddOptions = WithTimeId<AddOptions, 'id'>;

/** What `TimeSeriesStream.read` accepts. */
export type TimeSeriesReadOptions = WithTimeId<GroupStreamReadOptions, 'lastId'>;

/** What `TimeSeriesStream.pending` accepts. */
export type TimeSeriesPendingOptions = WithTimeId<PendingOptions, 'start' | 'end'>;

/** What `TimeSeriesStream.autoclaim` accepts. */
export type TimeSeriesAutoclaimOptions = WithTimeId<Omit<AutoclaimOptions, 'justId'>, 'start'>;

/** What `TimeSeriesStream.entries` accepts. */
export type TimeSeriesPageOptions = WithTimeId<PageOptions, 'start' | 'end'>;

/** What `TimeSeriesStream.trim` accepts; `minId` may be a moment. */
export type TimeSeriesTrimOptions = TrimPrecision & { readonly references?: References } & (
    | { readonly maxLength: number; readonly minId?: never }
    | { readonly minId: TimeId; readonly maxLength?: never }
  );

/** One row of the pending entries list of a time series. */
export type PendingMessage = Omit<PendingEntry, 'id'> & {
  readonly id: [moment: Date, sequence: number];
};
