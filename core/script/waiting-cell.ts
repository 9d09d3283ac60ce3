import { openConnections } from './connections.ts';
import type { Needed } from './needed-cells.ts';
import type { ScriptCell } from './script-cell.ts';
import { allBelow, nodeIn, textIn } from './syntax/node.ts';
import type { TextEdit } from './text-edit.ts';

/** How long a cell that would wait for ever waits in a script, in ms. */
export const LONGEST_WAIT_MS = 10_000;

/** How long a script lets a cell begin to wait before it goes on, in ms. */
const BEGIN_MS = 1000;

/** A cell that waits for another one, begun at its place and awaited later. */
export interface WaitingCell {
  begin: string;
  /** Stands after the cell that wakes it: an expression, or a declaration of the names that it gives. */
  end: string;
}

/** What a waiting cell is made of. */
export interface WaitingParts {
  /** What is said above it. */
  comment: string;
  /** Its text, in which what it shows is returned. */
  body: string;
  /** An unused name. */
  variable: string;
  /** Names of its variables that are used below. */
  gives: readonly string[];
}

/** Lets a cell wait while what stands below it is run. */
export function waitingCell({ comment, body, variable, gives }: WaitingParts): WaitingCell {
  const names = `{ ${gives.join(', ')} }`;
  const lines = gives.length > 0 ? `${body}\nreturn ${names};` : body;
  return {
    begin: `// ${comment}
const ${variable} = (async () => {
${indent(lines)}
})();
// It begins to wait within a second; what Redis had before would not wake it.
await new Promise((resolve) => setTimeout(resolve, ${BEGIN_MS}));`,
    end: gives.length > 0 ? `const ${names} = await ${variable};` : `await ${variable};`,
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
