import { editor, MarkerSeverity, MarkerTag } from 'monaco-editor/editor';
import type { Problem, ProblemKind } from '../language/language-api.ts';
import { rangeOf } from './range-of.ts';

/** Who has found a problem: each replaces what it found before. */
export type Finder = 'types' | 'run';

/** Underlines problems in a cell's text. */
export function markProblems(
  text: editor.ITextModel,
  finder: Finder,
  problems: readonly Problem[],
): void {
  const markers = problems.map(({ kind, span, message }) => {
    const range = rangeOf(text, span);
    return { ...range, ...look(kind), message, source: '' };
  });
  editor.setModelMarkers(text, finder, markers);
}

/** Only what cannot be run looks like an error. */
function look(kind: ProblemKind): { severity: MarkerSeverity; tags?: MarkerTag[] } {
  switch (kind) {
    case 'mistake':
      return { severity: MarkerSeverity.Error };
    case 'doubt':
      return { severity: MarkerSeverity.Info };
    case 'deprecated':
      return { severity: MarkerSeverity.Hint, tags: [MarkerTag.Deprecated] };
  }
}
