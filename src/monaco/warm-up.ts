import type { StateStack } from 'shiki/textmate';
import { INITIAL } from 'shiki/textmate';
import type { Highlighter } from '../highlight/highlighter.ts';
import type { NotebookCell } from './notebook-cell.ts';
import type { Pauses } from '../idle/pauses.ts';

/** Lines after which there is hardly a rule of the grammar left that was not needed. */
const ENOUGH = 60;
/** How long the page may be held up at once, in ms, unless a single line takes longer. */
const SLICE = 8;

/**
 * Has the grammar's rules made ready, which happens when they are first needed and takes long: line by
 * line, and not at the moment at which the first editor is opened.
 */
export async function warmUp(
  { core }: Highlighter,
  cells: readonly NotebookCell[],
  pauses: Pauses,
): Promise<void> {
  const grammar = core.getLanguage('typescript');
  const lines = cells.flatMap(({ text }) => text.split('\n')).slice(0, ENOUGH);
  let state: StateStack = INITIAL;
  let since = -Infinity;
  for (const line of lines) {
    if (performance.now() - since > SLICE) {
      await pauses.take();
      since = performance.now();
    }
    state = grammar.tokenizeLine2(line, state).ruleStack;
  }
}
