import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import { arbitraryCut, arbitrarySnapshot, arbitraryStep } from './testing/arbitrary-snapshots.ts';
import { isTold, type ToldChange } from './change.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { doStep, makeWorld, snapshotOf, type Cut, type Step } from './testing/fake-world.ts';
import { EMPTY_LENS, type Entry, type LensSnapshot, type StreamSnapshot } from './snapshot.ts';

const steps = (maxLength: number) => fc.array(arbitraryStep, { maxLength, size: 'max' });

/** Two snapshots of one world, with steps between them. */
function twoSnapshots(first: Step[], then: Step[], cuts: [Cut, Cut]) {
  const world = makeWorld();
  for (const step of first) doStep(world, step);
  const before = snapshotOf(world, cuts[0]);
  const truth = snapshotOf(world, WHOLE);
  for (const step of then) doStep(world, step);
  return { before, after: snapshotOf(world, cuts[1]), truth, truthAfter: snapshotOf(world, WHOLE) };
}

const WHOLE: Cut = { streams: 1e6, groups: 1e6, consumers: 1e6, entries: 1e6, pending: 1e6 };

function expectSame(before: LensSnapshot, after: LensSnapshot): void {
  const copy = structuredClone(before);
  expect(applyChanges(before, after.at, diffSnapshots(before, after))).toEqual(after);
  expect(before).toEqual(copy);
}

describe('diffSnapshots', () => {
  it('tells nothing that is not so, however little two snapshots show', () => {
    fc.assert(
      fc.property(steps(40), steps(12), arbitraryCut, arbitraryCut, (first, then, a, b) => {
        const { before, after, truth, truthAfter } = twoSnapshots(first, then, [a, b]);
        for (const change of diffSnapshots(before, after).filter(isTold)) {
          expect(isTrue(change, truth, truthAfter), JSON.stringify(change)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether snapshots that show everything agree; what a key that was made again holds is not looked at. */
function isTrue(change: ToldChange, before: LensSnapshot, after: LensSnapshot): boolean {
  const find = ({ streams }: LensSnapshot) => streams.find(({ key }) => key === change.stream);
  const [was, is] = [find(before), find(after)];
  const isWas = was !== undefined && is !== undefined && !isRemade(was, is);
  const entryOf = (stream: StreamSnapshot | undefined, id: string) =>
    stream?.entries.find((entry) => entry.id === id);
  const isHeld = (stream: StreamSnapshot | undefined, { id, fields }: Entry) =>
    JSON.stringify(entryOf(stream, id)?.fields) === JSON.stringify(fields);
  const groupOf = (stream: StreamSnapshot | undefined) =>
    stream?.groups.find(({ name }) => 'group' in change && name === change.group);
  const consumerOf = (stream: StreamSnapshot | undefined, consumer: string) =>
    groupOf(stream)?.consumers.find(({ name }) => name === consumer);
  const ownerOf = (stream: StreamSnapshot | undefined, id: string) =>
    groupOf(stream)?.consumers.find(({ pending }) => pending.some((row) => row.id === id))?.name;
  switch (change.kind) {
    case 'stream-made':
      return is !== undefined && !isWas;
    case 'stream-gone':
      return was !== undefined && !isWas;
    case 'expiry-changed':
      return is?.expiresAt === change.to;
    case 'entry-added':
      return isHeld(is, change.entry) && !(isWas && isHeld(was, change.entry));
    case 'entry-removed': {
      const entry = entryOf(was, change.id);
      return entry !== undefined && !isHeld(is, entry);
    }
    case 'group-made':
      return groupOf(is) !== undefined && !(isWas && groupOf(was));
    case 'group-destroyed':
      return groupOf(was) !== undefined && groupOf(is) === undefined;
    case 'group-moved':
      return groupOf(is)?.lastDeliveredId === change.to;
    case 'consumer-appeared':
      return !!consumerOf(is, change.consumer) && !(isWas && consumerOf(was, change.consumer));
    case 'consumer-removed':
      return !!consumerOf(was, change.consumer) && !consumerOf(is, change.consumer);
    case 'delivered':
      return (
        ownerOf(is, change.row.id) === change.consumer && !(isWas && ownerOf(was, change.row.id))
      );
    case 'claimed':
      return (
        ownerOf(was, change.row.id) === change.from && ownerOf(is, change.row.id) === change.to
      );
    case 'redelivered':
      return ownerOf(was, change.row.id) === ownerOf(is, change.row.id);
    case 'acknowledged':
      return !!consumerOf(is, change.consumer) && ownerOf(is, change.id) === undefined;
    case 'dropped':
      return !consumerOf(is, change.consumer) && ownerOf(is, change.id) === undefined;
    case 'ghost-made':
      return ownerOf(is, change.id) === change.consumer && entryOf(is, change.id) === undefined;
    case 'ghost-gone':
      return ownerOf(was, change.id) === change.consumer && ownerOf(is, change.id) === undefined;
  }
}

function isRemade(was: StreamSnapshot, is: StreamSnapshot): boolean {
  const changes = diffSnapshots(
    { ...EMPTY_LENS, streams: [was] },
    { ...EMPTY_LENS, streams: [is] },
  );
  return changes.some(({ kind }) => kind === 'stream-made');
}

describe('diffSnapshots and applyChanges', () => {
  it('lead from a snapshot of a Redis to a later one, however much of it they show', () => {
    fc.assert(
      fc.property(steps(40), steps(12), arbitraryCut, arbitraryCut, (first, then, a, b) => {
        const { before, after } = twoSnapshots(first, then, [a, b]);
        expectSame(before, after);
        expectSame(after, before);
      }),
      { numRuns: 500 },
    );
  });

  it('lead from any snapshot to any other', () => {
    fc.assert(fc.property(arbitrarySnapshot, arbitrarySnapshot, expectSame), { numRuns: 500 });
  });
});
