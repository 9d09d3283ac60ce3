import { applyToGroup, type GroupChange } from './apply-to-group.ts';
import type { Change } from './change.ts';
import { StreamDraft } from './draft-stream.ts';
import { DraftTree } from './draft-tree.ts';
import { emptyGroup, emptyStream } from './empty-parts.ts';
import type { LensSnapshot, StreamSnapshot } from './snapshot.ts';

type StreamChange = Exclude<
  Change,
  GroupChange | { kind: 'streams-omitted' | 'stream-made' | 'stream-shown' | 'stream-gone' }
>;

/**
 * The snapshot that changes lead to: the counterpart of diffSnapshots(). Parts that no change is
 * about are the same objects as in `before`, and lists are in their order. A change of a part that
 * is not there is passed over. Linear in time.
 * @param at when the newer snapshot was read, Unix time in ms
 */
export function applyChanges(
  before: LensSnapshot,
  at: number,
  changes: readonly Change[],
): LensSnapshot {
  const streams = new DraftTree(
    before.streams,
    ({ key }) => key,
    (stream: StreamSnapshot) => new StreamDraft(stream),
  );
  let { omitted } = before;
  for (const change of changes) {
    switch (change.kind) {
      case 'streams-omitted':
        omitted = change.omitted;
        break;
      case 'stream-made':
        streams.set(emptyStream(change.stream));
        break;
      case 'stream-shown':
        streams.set({ ...emptyStream(change.stream), expiresAt: change.expiresAt });
        break;
      case 'stream-gone':
        streams.delete(change.stream);
        break;
      default: {
        const stream = streams.get(change.stream);
        if (stream !== undefined) applyToStream(stream, change);
      }
    }
  }
  return { at, streams: streams.finish(), omitted };
}

function applyToStream(stream: StreamDraft, change: StreamChange | GroupChange): void {
  switch (change.kind) {
    case 'expiry-changed':
      return stream.setExpiry(change.to);
    case 'entry-added':
      return stream.entries.set(change.entry);
    case 'entry-removed':
      return stream.entries.delete(change.id);
    case 'entries-shown':
      for (const id of change.left) stream.entries.delete(id);
      for (const entry of change.entered) stream.entries.set(entry);
      return;
    case 'stream-figures':
      return stream.setFigures(change);
    case 'group-made':
    case 'group-shown':
      return stream.groups.set(emptyGroup(change.group, change.lastDeliveredId));
    case 'group-destroyed':
    case 'group-hidden':
      return stream.groups.delete(change.group);
    default: {
      const group = stream.groups.get(change.group);
      if (group !== undefined) applyToGroup(group, change);
    }
  }
}
