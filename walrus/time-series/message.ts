import type { Entry } from '../entry/entry.ts';
import { type Inspect, inspectSymbol } from '../inspect.ts';

/** An entry of a time series: which stream it stands in, when it happened, and its fields. */
export class Message<Field extends string = string, Key extends string = string> {
  /** The key of the stream. */
  readonly stream: Key;
  /** `<ms>-<seq>` */
  readonly id: string;
  /** The moment in the id; an invalid Date when the id is beyond what a Date can hold. */
  readonly timestamp: Date;
  /** The number within that millisecond; rounded beyond 2^53, where only `id` is exact. */
  readonly sequence: number;
  /** The fields. */
  readonly data: Entry<Field>['message'];

  constructor(stream: Key, entry: Pick<Entry<Field>, 'id' | 'message'>) {
    const dash = entry.id.indexOf('-');
    this.stream = stream;
    this.id = entry.id;
    this.timestamp = new Date(Number(entry.id.slice(0, dash)));
    this.sequence = Number(entry.id.slice(dash + 1));
    this.data = entry.message;
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    return `Message ${this.stream} ${this.id} ${inspect(this.data, options)}`;
  }
}
