import type { editor } from 'monaco-editor/editor';

interface Part {
  text: editor.ITextModel;
  /** Version of the text before and after the change: undo and redo come back to these. */
  before: number;
  after: number | null;
}

/**
 * Makes one step of a change to several texts, which is about to be made: undone in one of them, it is
 * undone in those where nothing was typed since; redone likewise. A change that is not made to all of
 * them at once is none.
 */
export function undoTogether(texts: readonly editor.ITextModel[]): void {
  const parts: Part[] = texts.map((text) => ({
    text,
    before: text.getAlternativeVersionId(),
    after: null,
  }));
  let isMade: boolean | null = null;
  const listeners = parts.map((part) =>
    part.text.onDidChangeContent(({ isUndoing, isRedoing }) => {
      const version = part.text.getAlternativeVersionId();
      if (isMade === null) {
        part.after = version;
        queueMicrotask(settle);
      } else if (isUndoing && version === part.before) {
        for (const other of parts) if (isAt(other, other.after)) void other.text.undo();
      } else if (isRedoing && version === part.after) {
        for (const other of parts) if (isAt(other, other.before)) void other.text.redo();
      }
    }),
  );
  const settle = () => {
    isMade ??= parts.every(({ after }) => after !== null);
    if (!isMade) for (const listener of listeners) listener.dispose();
  };
}

function isAt({ text }: Part, version: number | null): boolean {
  return !text.isDisposed() && text.getAlternativeVersionId() === version;
}
