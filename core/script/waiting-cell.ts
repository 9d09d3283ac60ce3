import { openConnections } from './connections.ts';
import type { Needed } from './needed-cells.ts';
import type { ScriptCell } from './script-cell.ts';
import { allBelow, nodeIn, textIn } from './syntax/node.ts';
import type { TextEdit } from './text-edit.ts';

/** How long a cell that would wait for ever waits in a script, in ms. */
export const LONGEST_WAIT_MS = 10_000;

/** How long a script lets a cell begin to wait before it goes on, in ms. */
const BEGIN_MS = 1000;

/** A cell that waits for another one, as it stands in a script: begun at its place, awaited later. */
export interface WaitingCell {
  begin: string;
  /** Stands after the cell that wakes it. */
  end: string;
}

/**
 * Lets a cell wait while the script goes on.
 * @param body its text; with `returnsValue` it returns what the cell shows
 * @param variable an unused name
 * @param gives names of its variables that are used below
 */
export function waitingCell(
  body: string,
  variable: string,
  gives: readonly string[],
  returnsValue: boolean,
): WaitingCell {
  const names = `{ ${gives.join(', ')} }`;
  const lines = gives.length > 0 ? `${body}\nreturn ${names};` : body;
  const awaited = `await ${variable}`;
  return {
    begin: `// It waits, ${LONGEST_WAIT_MS / 1000} seconds at most, while the script goes on.
const ${variable} = (async () => {
${indent(lines)}
})();
// It begins to wait within a second; what Redis had before would not wake it.
await new Promise((resolve) => setTimeout(resolve, ${BEGIN_MS}));`,
    end:
      gives.length > 0
        ? `const ${names} = ${awaited};`
        : returnsValue
          ? `console.log(${awaited});`
          : `${awaited};`,
  };
}

/** Puts a bound in the place of every `block: 0`. */
export function boundedWaits({ statements }: ScriptCell): TextEdit[] {
  return allBelow(statements).flatMap((node) => {
    if (node.type !== 'Property') return [];
    const value = nodeIn(node, 'value');
    const isBlock = textIn(nodeIn(node, 'key'), 'name')?.toLowerCase() === 'block';
    if (!isBlock || value?.type !== 'Literal' || value['value'] !== 0) return [];
    return [{ start: value.start, end: value.end, text: String(LONGEST_WAIT_MS) }];
  });
}

/** The names of a waiting cell that the rest of the script uses, its open connections among them. */
export function givenNames(cell: ScriptCell, { cells, givers }: Needed): string[] {
  const used = cells.flatMap((other) =>
    [...(givers.get(other) ?? [])].flatMap(([name, giver]) => (giver === cell ? [name] : [])),
  );
  const open = openConnections(cell).map(({ name }) => name);
  const imported = new Set(cell.imports.map(({ local }) => local));
  return [...new Set([...used, ...open])].filter((name) => !imported.has(name));
}

function indent(text: string): string {
  // Inside a template, blanks would become part of it.
  return text.includes('`') ? text : text.replace(/^(?=.)/gm, '  ');
}
