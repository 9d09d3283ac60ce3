import type { Change } from '../../core/lens/change.ts';

/** Where a square is: on the strip of its stream, or in the lane of a consumer. */
export interface Spot {
  stream: string;
  id: string;
  /** null on the strip. */
  lane: { group: string; consumer: string } | null;
}

/** A square that moves: from null it appears, to null it leaves. */
export interface Move {
  from: Spot | null;
  to: Spot | null;
  isAcknowledged: boolean;
}

/** More than this at once explain nothing: then nothing moves. */
export const MAX_MOVES = 20;

/** How squares move when these changes are shown; none when there are too many. */
export function planMoves(changes: readonly Change[]): Move[] {
  const moves = changes.flatMap((change) => {
    const move = moveOf(change);
    return move ? [move] : [];
  });
  return moves.length > MAX_MOVES ? [] : moves;
}

function moveOf(change: Change): Move | null {
  switch (change.kind) {
    case 'entry-added':
      return move(null, { stream: change.stream, id: change.entry.id, lane: null });
    case 'entry-removed':
      return move({ stream: change.stream, id: change.id, lane: null }, null);
    case 'delivered': {
      const { stream, row } = change;
      return move({ stream, id: row.id, lane: null }, inLane(change, row.id, change.consumer));
    }
    case 'claimed':
      return move(
        inLane(change, change.row.id, change.from),
        inLane(change, change.row.id, change.to),
      );
    case 'acknowledged':
    case 'dropped':
    case 'ghost-gone': {
      const from = inLane(change, change.id, change.consumer);
      return { ...move(from, null), isAcknowledged: change.kind === 'acknowledged' };
    }
    default:
      return null;
  }
}

function inLane(change: { stream: string; group: string }, id: string, consumer: string): Spot {
  return { stream: change.stream, id, lane: { group: change.group, consumer } };
}

function move(from: Spot | null, to: Spot | null): Move {
  return { from, to, isAcknowledged: false };
}
