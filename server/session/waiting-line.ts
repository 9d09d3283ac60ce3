/** Somebody who waits for a place. */
export interface Waiter {
  /** Told how many are ahead: when it joins, and whenever that changes. */
  waits(ahead: number): void;
}

/** Who waits for a place on a full server, first come, first served. */
export class WaitingLine<Guest extends Waiter> {
  #guests: Guest[] = [];

  get length(): number {
    return this.#guests.length;
  }

  /** How many of them are such. */
  count(isSuch: (guest: Guest) => boolean): number {
    return this.#guests.filter(isSuch).length;
  }

  /** Takes the last place of the line. */
  join(guest: Guest): void {
    this.#guests.push(guest);
    guest.waits(this.#guests.length - 1);
  }

  /** Takes the first one out of the line; undefined when nobody waits. The others move up. */
  next(): Guest | undefined {
    const first = this.#guests.shift();
    if (first) this.#tellFrom(0);
    return first;
  }

  /** Gives a place in the line up; nothing for somebody who has none. */
  leave(guest: Guest): void {
    const place = this.#guests.indexOf(guest);
    if (place < 0) return;
    this.#guests.splice(place, 1);
    this.#tellFrom(place);
  }

  #tellFrom(place: number): void {
    // One who is told may leave in the same moment: the rest is told its place by that.
    for (const [ahead, guest] of [...this.#guests.entries()].slice(place)) {
      if (this.#guests[ahead] === guest) guest.waits(ahead);
    }
  }
}
