import type { Monaco } from './load-monaco.ts';

/** Height of a line and size of the code typeface, in CSS pixels; the same as in styles/tokens.css. */
export const LINE_HEIGHT = 22;
const fontSize = 14;
/** Lines that are shown at once; a longer text scrolls inside its cell. */
const mostLines = 60;

export interface EditorOptions {
  monaco: Monaco;
  parent: HTMLElement;
  text: string;
  /** What a screen reader calls it. */
  label: string;
  onText(text: string): void;
  /** A key was pressed in the editor; what it takes, the editor does not get. */
  onKey(event: KeyboardEvent): boolean;
  /** The text was scrolled to this distance from its top, in CSS pixels. */
  onScroll(scrollTop: number): void;
}

/** An editor in a cell. */
export interface CellEditor {
  focus(): void;
  /** Puts a selection from one offset to another, in UTF-16 code units from the start of the text. */
  select(start: number, end: number): void;
  /** Replaces the text; the learner can undo that with the editor's own keys. */
  setText(text: string): void;
  dispose(): void;
}

/** Creates a Monaco editor that is as high as its text and looks as the static code did. */
export function createEditor(options: EditorOptions): CellEditor {
  const { monaco, parent } = options;
  const model = monaco.editor.createModel(options.text, monaco.LANGUAGE);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const instance = monaco.editor.create(parent, {
    model,
    theme: 'streambook',
    ariaLabel: options.label,
    // Reached by Enter or a click, left by Escape: Tab walks past it and never gets caught in it.
    tabIndex: -1,
    fontFamily: getComputedStyle(parent).fontFamily,
    fontSize,
    lineHeight: LINE_HEIGHT,
    fontLigatures: false,
    automaticLayout: true,
    lineNumbers: 'off',
    glyphMargin: false,
    folding: false,
    lineDecorationsWidth: 0,
    lineNumbersMinChars: 0,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    scrollbar: {
      vertical: 'auto',
      verticalScrollbarSize: 8,
      horizontalScrollbarSize: 8,
      alwaysConsumeMouseWheel: false,
    },
    stickyScroll: { enabled: false },
    guides: { indentation: false },
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    wordBasedSuggestions: 'off',
    roundedSelection: false,
    contextmenu: false,
    links: false,
    fixedOverflowWidgets: true,
    padding: { top: 0, bottom: 0 },
  });
  const fit = () => {
    const height = Math.min(instance.getContentHeight(), mostLines * LINE_HEIGHT);
    parent.style.height = `${height}px`;
  };
  fit();
  instance.onDidContentSizeChange(fit);
  instance.onDidScrollChange(({ scrollTop }) => options.onScroll(scrollTop));
  model.onDidChangeContent(() => options.onText(model.getValue()));
  instance.onKeyDown(({ browserEvent }) => {
    if (browserEvent.key === 'Escape' && isBusy(parent, instance.getSelections())) return;
    if (!options.onKey(browserEvent)) return;
    browserEvent.preventDefault();
    browserEvent.stopPropagation();
  });
  return {
    focus: () => instance.focus(),
    select(start, end) {
      const from = model.getPositionAt(start);
      const to = model.getPositionAt(end);
      instance.setSelection({
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      });
    },
    setText(text) {
      if (text === model.getValue()) return;
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    },
    dispose() {
      instance.dispose();
      model.dispose();
    },
  };
}

/** True when Escape has something to do inside the editor first: close a widget, drop a second cursor. */
function isBusy(parent: HTMLElement, selections: readonly unknown[] | null): boolean {
  return (selections?.length ?? 0) > 1 || parent.querySelector('.find-widget.visible') !== null;
}
