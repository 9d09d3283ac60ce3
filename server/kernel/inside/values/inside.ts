import type { Value } from '../../../../core/value/value.ts';
import type { Room } from './room.ts';

/** Where the parts of an object are described: how much room is left, and how one is described there. */
export interface Inside {
  room: Room;
  describe(part: unknown): Value;
}
