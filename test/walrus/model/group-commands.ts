import fc from 'fast-check';
import { expect } from 'vitest';
import type { ConsumerGroup, Entry } from '../../../walrus/index.ts';
import type { GroupModel } from './group-model.ts';

type Real = ConsumerGroup<'s'>;
type Command = fc.AsyncCommand<GroupModel, Real>;

const toId = (n: number) => `${n}-0`;
const numbers = (entries: readonly (Entry | string)[]) =>
  entries.map((entry) => Number((typeof entry === 'string' ? entry : entry.id).split('-')[0]));

/** After every step, the server and the model must agree about everything that can be seen. */
async function compare(model: GroupModel, group: Real): Promise<void> {
  const pending = await group.s.pending();
  expect(
    pending.map(({ id, consumer, deliveriesCounter }) => [id, consumer, deliveriesCounter]),
  ).toEqual(
    model.pendingIds().map((id) => {
      const row = model.pending.get(id);
      return [toId(id), row?.consumer, row?.deliveries];
    }),
  );
  expect(numbers(await group.s.range())).toEqual(model.ids());
  expect((await group.s.pendingSummary()).pending).toBe(model.pending.size);
}

function command(text: string, run: (model: GroupModel, group: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, group) => {
      await run(model, group);
      await compare(model, group);
    },
    toString: () => text,
  };
}

const consumer = fc.constantFrom('c1', 'c2', 'c3');
const count = fc.integer({ min: 1, max: 4 });
const id = fc.integer({ min: 1, max: 12 });
const some = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });

/** What anybody may do to a group, at random. */
export const groupCommands: fc.Arbitrary<Command>[] = [
  fc.constant(null).map(() =>
    command('add', async (model, group) => {
      const next = model.add();
      expect(await group.s.add({ next }, { id: toId(next) })).toBe(toId(next));
    }),
  ),
  fc.tuple(consumer, count).map(([who, n]) =>
    command(`${who} reads ${n}`, async (model, group) => {
      const read = await group.consumer(who).s.read({ count: n });
      expect(numbers(read)).toEqual(model.read(who, n));
    }),
  ),
  fc.tuple(consumer, id, count).map(([who, after, n]) =>
    command(`${who} reads ${n} again after ${after}`, async (model, group) => {
      const read = await group.consumer(who).s.read({ lastId: toId(after), count: n });
      expect(numbers(read)).toEqual(model.readAgain(who, after, n));
      for (const entry of read) {
        const there = model.entries.has(numbers([entry])[0] ?? 0);
        expect(Object.keys(entry.message)).toHaveLength(there ? 1 : 0);
      }
    }),
  ),
  some.map((ids) =>
    command(`acknowledge ${ids}`, async (model, group) => {
      expect(await group.s.ack(...ids.map(toId))).toBe(model.ack(ids));
    }),
  ),
  fc.tuple(consumer, some).map(([who, ids]) =>
    command(`${who} claims ${ids}`, async (model, group) => {
      const claimed = await group.consumer(who).s.claim(ids.map(toId));
      expect(numbers(claimed)).toEqual(model.claim(who, ids));
    }),
  ),
  consumer.map((who) =>
    command(`${who} takes over everything`, async (model, group) => {
      const before = model.pendingIds();
      const claimed = await group.consumer(who).s.autoclaim({ minIdleTime: 0 });
      expect(claimed.nextId).toBe('0-0');
      expect(numbers(claimed.deletedIds)).toEqual(
        before.filter((each) => !model.entries.has(each)),
      );
      expect(numbers(claimed.messages)).toEqual(model.claim(who, before));
    }),
  ),
  some.map((ids) =>
    command(`delete ${ids}`, async (model, group) => {
      expect(await group.s.delete(...ids.map(toId))).toBe(model.delete(ids));
    }),
  ),
  consumer.map((who) =>
    command(`forget ${who}`, async (model, group) => {
      expect(await group.s.deleteConsumer(who)).toBe(model.deleteConsumer(who));
    }),
  ),
  id.map((to) =>
    command(`go on after ${to}`, async (model, group) => {
      await group.s.setId(toId(to));
      model.setId(to);
    }),
  ),
];
