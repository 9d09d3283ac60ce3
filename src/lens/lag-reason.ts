/** Why a lag may be unknown (XINFO GROUPS). */
export const lagReason =
  'Redis cannot count what lies ahead of this group: entries were deleted there, or the group was put at an id in the middle of the stream.';
