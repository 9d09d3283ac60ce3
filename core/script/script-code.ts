import { cellBody, showsValue, type ValueUse } from './cell-body.ts';
import type { Needed } from './needed-cells.ts';
import type { ScriptCell } from './script-cell.ts';
import type { NewNames } from './unique-names.ts';
import { boundedWaits, givenNames, LONGEST_WAIT_MS, waitingCell } from './waiting-cell.ts';

/** What the code of a script is made of. */
export interface CodeParts {
  needed: Needed;
  newNames: NewNames;
  /** Gives a name that stands nowhere in the script, like the one that is wished for. */
  unused(wish: string): string;
  /** Slugs of the cells that were asked for. */
  slugs: readonly string[];
  /** The cell that connects, and what stands after it. */
  connector: ScriptCell | undefined;
  check: string | null;
}

/** The cells of a script as its paragraphs, each under its title. */
export function scriptCode(parts: CodeParts): string[] {
  const { needed, newNames, slugs, connector, check } = parts;
  const paragraphs: string[] = [];
  const waiting: { cell: ScriptCell; end: string }[] = [];
  const endWaits = (isDue: (cell: ScriptCell) => boolean) => {
    for (const wait of waiting.filter(({ cell }) => isDue(cell))) {
      paragraphs.push(wait.end);
      waiting.splice(waiting.indexOf(wait), 1);
    }
  };
  for (const cell of needed.cells) {
    const own = [...(needed.givers.get(cell)?.values() ?? [])];
    endWaits((other) => own.includes(other));
    const isAsked = slugs.includes(cell.slug);
    const titled = (body: string) => paragraphs.push(titleOf(cell, needed) + body);
    if (cell.blocking) {
      const gives = givenNames(cell, needed).map((name) => newNames.get(cell)?.get(name) ?? name);
      const use: ValueUse = !isAsked ? 'none' : gives.length > 0 ? 'print' : 'return';
      const { begin, end } = waitingCell({
        comment: `It waits, ${LONGEST_WAIT_MS / 1000} seconds at most, while the script goes on.`,
        body: cellBody(cell, use, needed.givers, newNames, boundedWaits(cell)),
        variable: parts.unused(camelCase(cell.slug)),
        gives,
      });
      titled(begin);
      const isPrinted = use === 'return' && showsValue(cell);
      waiting.push({ cell, end: isPrinted ? `console.log(${end.slice(0, -1)});` : end });
    } else {
      const body = cellBody(cell, isAsked ? 'print' : 'none', needed.givers, newNames);
      if (body !== '') titled(body);
    }
    if (cell === connector && check !== null) paragraphs.push(check);
    endWaits(({ slug }) => slug === cell.wakes);
  }
  endWaits(() => true);
  return paragraphs;
}

/** The line above a cell, or above a part of one; none when that part stands above already. */
function titleOf({ slug, title, isPrelude }: ScriptCell, { cells }: Needed): string {
  const parts = cells.filter((other) => other.slug === slug);
  if (parts.length > 1) return isPrelude ? `// ${title}\n` : '';
  return isPrelude ? `// From “${title}”\n` : `// ${title}\n`;
}

/** A name for a variable, made of a slug. */
export function camelCase(slug: string): string {
  return slug.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '');
}
