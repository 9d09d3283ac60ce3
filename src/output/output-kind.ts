/** Where a text comes from: one of the two streams of a program, or the value of a cell. */
export type OutputKind = 'stdout' | 'stderr' | 'value';
