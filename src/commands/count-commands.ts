import type { CommandRow } from '../../core/session/command.ts';

/** How many commands a run has sent; `omitted` are those in no row. */
export function countCommands(rows: readonly CommandRow[], omitted: number): number {
  return rows.reduce((sum, { count }) => sum + count, omitted);
}

/** True when the commands went through more than one connection. */
export function usesConnections(rows: readonly CommandRow[]): boolean {
  const all = rows.flatMap(({ commands }) => commands.map(({ connection }) => connection));
  return new Set(all).size > 1;
}
