import { editor, MarkerSeverity, MarkerTag } from 'monaco-editor/editor';
import type { Problem, ProblemKind } from '../language/language-api.ts';
import { rangeOf } from './range-of.ts';

const OWNER = 'streambook';

/** Underlines what the language worker found in a cell's text. */
export function markProblems(text: editor.ITextModel, problems: readonly Problem[]): void {
  const markers = problems.map(({ kind, span, message }) => {
    const range = rangeOf(text, span);
    return { ...range, ...look(kind), message, source: '' };
  });
  editor.setModelMarkers(text, OWNER, markers);
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
