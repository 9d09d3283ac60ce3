import type { Entry } from '../entry/entry.ts';
import { parseId } from '../entry/entry-id.ts';
import { type Inspect, inspectSymbol } from '../inspect.ts';

/** An entry of a time series: which stream it stands in, when it happened, and its fields. */
export class Message<Field extends string = string, Key extends string = string> {
  /** The key of the stream. */
  readonly stream: Key;
  /** `<ms>-<seq>` */
  readonly id: string;
  /** The fields. */
  readonly data: Entry<Field>['message'];

  constructor(stream: Key, entry: Pick<Entry<Field>, 'id' | 'message'>) {
    this.stream = stream;
    this.id = entry.id;
    this.data = entry.message;
  }

  /** The moment in the id; an invalid Date when the id is beyond what a Date can hold. */
  get timestamp(): Date {
    return new Date(Number(parseId(this.id).milliseconds));
  }

  /** The number within that millisecond; rounded beyond 2^53, where only `id` is exact. */
  get sequence(): number {
    return Number(parseId(this.id).sequence);
  }

  [inspectSymbol](_depth: number, options: object, inspect: Inspect): string {
    return `Message ${this.stream} ${this.id} ${inspect(this.data, options)}`;
  }
}
