import { idOf } from './change-parts.ts';
import type { ToldChange } from './change.ts';
import type { ToldKind } from './deed.ts';
import type { Clue } from './fit-of.ts';

interface OfKind<C> {
  /** Those that name no entries; of clues that tell the same, the latest. */
  general: Map<string, C>;
  /** Those that do, by entry. */
  byId: Map<string, C[]>;
}

/** Clues by what they are about: a run may have thousands of commands and of changes. */
export class ClueIndex<C extends Clue> {
  readonly #kinds = new Map<ToldKind, OfKind<C>>();

  add(clue: C): void {
    const same = signatureOf(clue);
    for (const kind of clue.deed.kinds) {
      const known: OfKind<C> = this.#kinds.get(kind) ?? { general: new Map(), byId: new Map() };
      this.#kinds.set(kind, known);
      if (clue.deed.ids === null) known.general.set(same, clue);
      for (const id of clue.deed.ids ?? []) {
        const ofId = known.byId.get(id);
        if (ofId === undefined) known.byId.set(id, [clue]);
        else ofId.push(clue);
      }
    }
  }

  /** The clues that may explain a change, in no order. */
  *about(change: ToldChange): Iterable<C> {
    const known = this.#kinds.get(change.kind);
    if (known === undefined) return;
    yield* known.general.values();
    // A group that moved has an id as well, but few clues; an empty id stands for any entry.
    const id = idOf(change) ?? '';
    if (id !== '') yield* known.byId.get(id) ?? [];
    else for (const clues of known.byId.values()) yield* clues;
  }
}

/** Equal for clues that explain the same changes equally well. */
function signatureOf({ deed, mentioned, isCut, isCounted }: Clue): string {
  const { command, option, keys, group, consumer } = deed;
  const parts = [command, option, keys, group, consumer, isCut, isCounted, [...mentioned]];
  return JSON.stringify(parts);
}
