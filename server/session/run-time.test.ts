import { describe, expect, it } from 'vitest';
import { askAt, letGoOn, setBlocked, startTime } from './run-time.ts';

const bounds = { cellMs: 60, cellWaitMs: 1000 };
const start = startTime(100, bounds);

describe('when a run is asked about', () => {
  it('is when it has computed for long', () => {
    expect(askAt(start)).toBe(160);
  });

  it('is later when it is blocked in a read: that is no work', () => {
    const blocked = setBlocked(start, true, 110);
    expect(askAt(blocked)).toBe(1100);
    expect(askAt(setBlocked(blocked, false, 500))).toBe(550);
  });

  it('counts all the time in which it works between its reads', () => {
    let time = start;
    for (let at = 100; at < 300; at += 20) {
      time = setBlocked(setBlocked(time, true, at + 5), false, at + 20);
    }
    // Ten times 5 ms.
    expect(askAt(time)).toBe(300 + 10);
  });

  it('comes at last for one that reads and reads', () => {
    const blocked = setBlocked(setBlocked(start, true, 110), false, 1090);
    expect(askAt(blocked)).toBe(1100);
  });

  it('does not care about being told twice', () => {
    const blocked = setBlocked(start, true, 110);
    expect(setBlocked(blocked, true, 120)).toEqual(blocked);
    const working = setBlocked(blocked, false, 130);
    expect(setBlocked(working, false, 140)).toEqual(working);
  });

  it('is never earlier for one that waits than for one that computes', () => {
    const odd = { cellMs: 60, cellWaitMs: 10 };
    expect(askAt(setBlocked(startTime(0, odd), true, 0))).toBe(60);
  });
});

describe('a run that may go on', () => {
  it('gets the same time again, then twice as much each time', () => {
    const once = letGoOn(start, 165, bounds);
    expect(askAt(once)).toBe(165 + 60);
    const twice = letGoOn(once, 230, bounds);
    expect(askAt(twice)).toBe(230 + 120);
    expect(askAt(letGoOn(twice, 400, bounds))).toBe(400 + 240);
  });

  it('gets it for its waits too', () => {
    const blocked = setBlocked(start, true, 110);
    expect(askAt(letGoOn(blocked, 1105, bounds))).toBe(1105 + 1000);
  });

  it('gets no more than 64 times at once', () => {
    let time = start;
    for (let times = 0; times < 20; times++) time = letGoOn(time, 200, bounds);
    expect(askAt(setBlocked(time, true, 200))).toBe(200 + 64 * 1000);
  });
});
