import type { editor } from 'monaco-editor/editor';

/** Height of a line, in CSS pixels; the same as in styles/tokens.css. */
export const LINE_HEIGHT = 22;

/** Lines that are shown at once; a longer text scrolls inside its cell. */
export const MOST_LINES = 60;

/** How an editor in a cell looks and behaves: as the static code, until somebody types. */
export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  theme: 'streambook',
  // Reached by Enter or a click, left by Escape: Tab walks past it and never gets caught in it.
  tabIndex: -1,
  fontSize: 14,
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
  // As wide as the static text, or one of the two would need a scrollbar where the other does not.
  scrollBeyondLastColumn: 0,
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
  roundedSelection: false,
  contextmenu: false,
  links: false,
  // Lists and explanations may be larger than the cell.
  fixedOverflowWidgets: true,
  padding: { top: 0, bottom: 0 },
  wordBasedSuggestions: 'off',
  snippetSuggestions: 'none',
  inlineSuggest: { enabled: false },
  suggest: { showStatusBar: false, showIcons: true, preview: false },
  // Enter is a new line, unless the list has something else to offer than what is typed.
  acceptSuggestionOnEnter: 'smart',
  quickSuggestions: { other: true, strings: false, comments: false },
  parameterHints: { enabled: true, cycle: true },
  hover: { enabled: 'on', delay: 350, sticky: true, above: false },
  showUnused: false,
  showDeprecated: true,
};
