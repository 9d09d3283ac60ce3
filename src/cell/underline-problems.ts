import type { Problem, ProblemKind } from '../language/language-api.ts';
import { rangeInText } from './range-in-text.ts';

/**
 * Underlines problems in highlighted text without changing it; ends with the function it returns.
 * Where the browser cannot do that, they show in the editor only. Looks: styles/code.css.
 */
export function underlineProblems(
  element: HTMLElement,
  problems: readonly Problem[],
): (() => void) | undefined {
  if (problems.length === 0 || !('highlights' in CSS)) return undefined;
  const marked = problems.flatMap(({ kind, span }) => {
    const range = rangeInText(element, span);
    return range ? [{ highlight: highlightOf(kind), range }] : [];
  });
  for (const { highlight, range } of marked) highlight.add(range);
  return () => {
    for (const { highlight, range } of marked) highlight.delete(range);
  };
}

function highlightOf(kind: ProblemKind): Highlight {
  const name = `problem-${kind}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}
