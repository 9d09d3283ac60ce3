import { compareIds } from './compare-ids.ts';
import { GroupDraft } from './draft-group.ts';
import { DraftList } from './draft-list.ts';
import { DraftTree, type Draft } from './draft-tree.ts';
import type { Entry, Group, StreamSnapshot } from './snapshot.ts';

type Figures = Omit<StreamSnapshot, 'key' | 'expiresAt' | 'entries' | 'groups'>;

/** A stream in the making. */
export class StreamDraft implements Draft<StreamSnapshot> {
  readonly entries: DraftList<Entry>;
  readonly groups: DraftTree<Group, GroupDraft>;
  readonly #base: StreamSnapshot;
  #figures: Partial<StreamSnapshot> = {};

  constructor(base: StreamSnapshot) {
    this.#base = base;
    this.entries = new DraftList(
      base.entries,
      ({ id }) => id,
      (a, b) => compareIds(a.id, b.id),
    );
    this.groups = new DraftTree(
      base.groups,
      ({ name }) => name,
      (group) => new GroupDraft(group),
    );
  }

  setFigures(figures: Figures): void {
    const { length, lastGeneratedId, entriesAdded, maxDeletedId, firstId, omitted } = figures;
    const known = { length, lastGeneratedId, entriesAdded, maxDeletedId, firstId, omitted };
    this.#figures = { ...this.#figures, ...known };
  }

  setExpiry(expiresAt: number | null): void {
    this.#figures = { ...this.#figures, expiresAt };
  }

  finish(): StreamSnapshot {
    const entries = this.entries.finish();
    const groups = this.groups.finish();
    const isSame =
      Object.keys(this.#figures).length === 0 &&
      entries === this.#base.entries &&
      groups === this.#base.groups;
    return isSame ? this.#base : { ...this.#base, ...this.#figures, entries, groups };
  }
}
