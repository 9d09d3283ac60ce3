import type { Run } from '../../core/session/run.ts';
import { sumChanges } from '../changes/sum-changes.ts';
import { countCommands } from '../commands/count-commands.ts';
import type { ResultTab } from './first-tab.ts';

/** A tab under a cell, with what stands in brackets behind its name. */
export interface TabName {
  id: ResultTab;
  name: string;
  note: string | null;
}

/** The tabs under a cell: what a run shows, sent and changed. */
export function resultTabs({
  commands,
  commandsOmitted,
  changes,
}: Pick<Run, 'commands' | 'commandsOmitted' | 'changes'>): TabName[] {
  const count = countCommands(commands, commandsOmitted).toLocaleString('en');
  return [
    { id: 'output', name: 'Output', note: null },
    { id: 'commands', name: 'Commands', note: count },
    { id: 'changes', name: 'Changes', note: sumChanges(changes) },
  ];
}
