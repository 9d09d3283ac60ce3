import { createClient } from 'redis';
import { describe, expectTypeOf, it } from 'vitest';
import {
  type ConsumerGroup,
  type ConsumerGroupStream,
  Database,
  type Entry,
  type Message,
  type Stream,
  type TimeSeriesStream,
} from './index.ts';

const db = new Database(createClient());

/** Never called: the compiler alone looks at what stands in it. */
function onlyChecked(_code: () => unknown): void {
  expectTypeOf(_code).toBeFunction();
}

describe('The types', () => {
  it('know the attributes of a group, and no others', () => {
    const group = db.consumerGroup('g', ['stream-a', 'Stream B', '1x']);
    expectTypeOf(group.stream_a).toEqualTypeOf<ConsumerGroupStream>();
    expectTypeOf(group.stream_b).toEqualTypeOf<ConsumerGroupStream>();
    expectTypeOf(group._1x).toEqualTypeOf<ConsumerGroupStream>();
    expectTypeOf(group).not.toHaveProperty('stream_c');
    expectTypeOf(group.streams).toHaveProperty('Stream B');
    expectTypeOf(group.streams).not.toHaveProperty('other');
    // @ts-expect-error There is no such stream in the group.
    expectTypeOf(group.stream_c).toBeAny();
  });

  it('know the keys, however they are given', () => {
    expectTypeOf(db.consumerGroup('g', 'jobs').jobs).toEqualTypeOf<ConsumerGroupStream>();
    expectTypeOf(db.consumerGroup('g', { jobs: '$' }).jobs).toEqualTypeOf<ConsumerGroupStream>();
    const keys: string[] = ['jobs'];
    expectTypeOf(db.consumerGroup('g', keys)).not.toHaveProperty('jobs');
    expectTypeOf(db.consumerGroup('g', keys)).toEqualTypeOf<ConsumerGroup>();
    expectTypeOf(
      db.consumerGroup('g', 'jobs').consumer('c2').jobs,
    ).toEqualTypeOf<ConsumerGroupStream>();
  });

  it('carry the keys into results', () => {
    const group = db.consumerGroup('g', ['a', 'b']);
    onlyChecked(async () => {
      expectTypeOf(await group.create()).toEqualTypeOf<Record<'a' | 'b', boolean>>();
      expectTypeOf((await group.read())[0]?.name).toEqualTypeOf<'a' | 'b' | undefined>();
    });
  });

  it('know the names of fields that were given', () => {
    const stream = db.stream<'sensor' | 'celsius'>('readings');
    expectTypeOf(stream).toEqualTypeOf<Stream<'sensor' | 'celsius'>>();
    onlyChecked(async () => {
      const [entry] = await stream.range();
      expectTypeOf(entry?.message.sensor).toEqualTypeOf<string | undefined>();
      await stream.add({ sensor: 'x', celsius: 21.5 });
      // @ts-expect-error A field is missing.
      await stream.add({ sensor: 'x' });
      // @ts-expect-error There is no such field.
      await stream.add({ sensor: 'x', celsius: 1, fahrenheit: 2 });
    });
  });

  it('refuse values that Redis cannot keep', () => {
    const stream = db.stream('s');
    onlyChecked(async () => {
      await stream.add({ text: 'x', number: 1, big: 1n, date: new Date(), bytes: Buffer.from('') });
      // @ts-expect-error null is no value.
      await stream.add({ a: null });
      // @ts-expect-error undefined is no value.
      await stream.add({ a: undefined });
      // @ts-expect-error A boolean is no value.
      await stream.add({ a: true });
      // @ts-expect-error An object is no value.
      await stream.add({ a: {} });
    });
  });

  it('keep apart options that exclude each other', () => {
    const stream = db.stream('s');
    const { jobs } = db.consumerGroup('g', 'jobs');
    onlyChecked(async () => {
      await stream.trim({ maxLength: 1, limit: 5 });
      // @ts-expect-error Either of the two.
      await stream.trim({ maxLength: 1, minId: '1-0' });
      // @ts-expect-error One of the two.
      await stream.trim({});
      // @ts-expect-error An exact trim has no limit.
      await stream.trim({ maxLength: 1, approximate: false, limit: 5 });
      // @ts-expect-error Either of the two.
      await stream.add({ a: 1 }, { maxLength: 1, minId: '1-0' });
      // @ts-expect-error There is nothing to limit.
      await stream.add({ a: 1 }, { limit: 5 });
      // @ts-expect-error Who gets the poison?
      jobs.consume({ maxDeliveries: 3 });
      // @ts-expect-error Entries are fetched one at a time then.
      jobs.consume({ maxDeliveries: 3, onPoison: () => undefined, count: 5 });
      // @ts-expect-error Either of the two.
      await jobs.claim('1-0', { idle: 1, time: new Date() });
    });
  });

  it('let the options decide about the result', () => {
    const stream = db.stream('s');
    const { jobs } = db.consumerGroup('g', 'jobs');
    onlyChecked(async () => {
      expectTypeOf(await stream.add({ a: 1 })).toEqualTypeOf<string>();
      expectTypeOf(await stream.add({ a: 1 }, { noMakeStream: true })).toEqualTypeOf<
        string | null
      >();
      expectTypeOf(await jobs.claim('1-0')).toEqualTypeOf<Entry[]>();
      expectTypeOf(await jobs.claim('1-0', { justId: true })).toEqualTypeOf<string[]>();
      const taken = await jobs.autoclaim({ minIdleTime: 1, justId: true });
      expectTypeOf(taken.messages).toEqualTypeOf<string[]>();
    });
  });

  it('take moments in a time series and nowhere else', () => {
    const series = db.timeSeries('ts', ['s1', 's2']);
    expectTypeOf(series.s1).toEqualTypeOf<TimeSeriesStream<string, 's1' | 's2'>>();
    onlyChecked(async () => {
      expectTypeOf(await series.s1.add({ a: 1 }, { id: new Date() })).toEqualTypeOf<
        [moment: Date, sequence: number]
      >();
      expectTypeOf(await series.read()).toEqualTypeOf<Message<string, 's1' | 's2'>[]>();
      // @ts-expect-error A stream has ids.
      await db.stream('s').add({ a: 1 }, { id: new Date() });
      // @ts-expect-error A group has ids.
      db.consumerGroup('g', { s1: new Date() });
    });
  });

  it('take any client of node-redis', () => {
    expectTypeOf(db).toEqualTypeOf<Database>();
    const two = new Database(createClient({ RESP: 2 }));
    expectTypeOf(two.stream('s')).toEqualTypeOf<Stream>();
  });
});
