import { describe, expect, it } from 'vitest';
import { WaitingLine, type Waiter } from './waiting-line.ts';

/** Remembers how many were ahead of it, every time it was told. */
class Guest implements Waiter {
  readonly told: number[] = [];

  waits(ahead: number): void {
    this.told.push(ahead);
  }
}

function lineOf(length: number): { line: WaitingLine<Guest>; guests: Guest[] } {
  const line = new WaitingLine<Guest>();
  const guests = Array.from({ length }, () => new Guest());
  for (const guest of guests) line.join(guest);
  return { line, guests };
}

describe('WaitingLine', () => {
  it('tells everybody how many are ahead when they join', () => {
    expect(lineOf(3).guests.map(({ told }) => told)).toEqual([[0], [1], [2]]);
  });

  it('lets them in in the order in which they came, and moves the others up', () => {
    const { line, guests } = lineOf(3);
    expect(line.next()).toBe(guests[0]);
    expect(guests.map(({ told }) => told)).toEqual([[0], [1, 0], [2, 1]]);
    expect([line.next(), line.next(), line.next()]).toEqual([guests[1], guests[2], undefined]);
    expect(line.length).toBe(0);
  });

  it('moves up only those behind somebody who leaves', () => {
    const { line, guests } = lineOf(4);
    line.leave(guests[1] ?? new Guest());
    expect(guests.map(({ told }) => told)).toEqual([[0], [1], [2, 1], [3, 2]]);
    expect(line.length).toBe(3);
  });

  it('is not troubled by somebody who is not in it', () => {
    const { line, guests } = lineOf(1);
    line.leave(new Guest());
    expect(guests[0]?.told).toEqual([0]);
  });

  it('gives whoever leaves and comes back the last place', () => {
    const { line, guests } = lineOf(3);
    const [first] = guests;
    if (!first) throw new Error('three are waiting');
    line.leave(first);
    line.join(first);
    expect(first.told).toEqual([0, 2]);
    expect(line.next()).toBe(guests[1]);
  });

  it('tells the truth when somebody leaves while being told', () => {
    const line = new WaitingLine<Waiter>();
    const told: number[] = [];
    const leaver: Waiter = { waits: (ahead) => ahead === 0 && line.leave(leaver) };
    line.join(new Guest());
    line.join(leaver);
    line.join({ waits: (ahead) => told.push(ahead) });
    line.next();
    expect(told).toEqual([2, 0]);
    expect(line.length).toBe(1);
  });
});
