/** One row of the modelled pending entries list. */
export interface ModelPending {
  consumer: string;
  deliveries: number;
}

/** What a stream with one consumer group is, in a few lines and without Redis. */
export class GroupModel {
  /** Ids are `<n>-0` with rising n. */
  readonly entries = new Set<number>();
  readonly pending = new Map<number, ModelPending>();
  /** The greatest id ever added. */
  last = 0;
  /** Everything up to this id was delivered. */
  delivered = 0;

  add(): number {
    this.last += 1;
    this.entries.add(this.last);
    return this.last;
  }

  /** Delivers the next entries to a consumer. */
  read(consumer: string, count: number): number[] {
    const next = this.ids().filter((id) => id > this.delivered);
    const ids = next.slice(0, count);
    for (const id of ids) this.pending.set(id, { consumer, deliveries: 1 });
    this.delivered = ids.at(-1) ?? this.delivered;
    return ids;
  }

  /** Delivers a consumer's own pending entries again, deleted ones too. */
  readAgain(consumer: string, after: number, count: number): number[] {
    const ids = this.held(consumer)
      .filter((id) => id > after)
      .slice(0, count);
    for (const id of ids) {
      const row = this.pending.get(id);
      // Redis does not count the delivery of what is no longer there.
      if (row && this.entries.has(id)) row.deliveries += 1;
    }
    return ids;
  }

  ack(ids: readonly number[]): number {
    return ids.filter((id) => this.pending.delete(id)).length;
  }

  /** Moves pending entries to a consumer; deleted ones leave the list. */
  claim(consumer: string, ids: readonly number[]): number[] {
    const claimed: number[] = [];
    for (const id of ids) {
      const row = this.pending.get(id);
      if (!row) continue;
      if (!this.entries.has(id)) this.pending.delete(id);
      else {
        this.pending.set(id, { consumer, deliveries: row.deliveries + 1 });
        claimed.push(id);
      }
    }
    return claimed;
  }

  delete(ids: readonly number[]): number {
    return ids.filter((id) => this.entries.delete(id)).length;
  }

  /** Forgets a consumer with all it holds. */
  deleteConsumer(consumer: string): number {
    const held = this.held(consumer);
    for (const id of held) this.pending.delete(id);
    return held.length;
  }

  setId(id: number): void {
    this.delivered = id;
  }

  ids(): number[] {
    return [...this.entries].sort((a, b) => a - b);
  }

  pendingIds(): number[] {
    return [...this.pending.keys()].sort((a, b) => a - b);
  }

  held(consumer: string): number[] {
    return this.pendingIds().filter((id) => this.pending.get(id)?.consumer === consumer);
  }
}
