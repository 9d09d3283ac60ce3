import { editor, KeyCode } from 'monaco-editor/editor';
import type { Span } from '../language/language-api.ts';
import { editorOptions, LINE_HEIGHT, MOST_LINES } from './editor-options.ts';
import { isBusy } from './is-busy.ts';
import type { CellModel } from './models.ts';

export interface EditorOptions {
  parent: HTMLElement;
  /** What a screen reader calls it. */
  label: string;
  /** A key was pressed in the editor; what it takes, the editor does not get. */
  onKey(event: KeyboardEvent): boolean;
  /** The text was scrolled to this distance from its top, in CSS pixels. */
  onScroll(scrollTop: number): void;
  /** Goes to where the name at an offset is declared. */
  onDefine(offset: number): void;
}

/** An editor in a cell. */
export interface CellEditor {
  focus(): void;
  hasFocus(): boolean;
  /** Puts the selection there and brings it into view. Offsets are in UTF-16 code units. */
  select(span: Span): void;
  /** Takes the editor away; selection and scroll are kept with the text. */
  close(): void;
}

/** Creates a Monaco editor that is as high as its text and looks as the static code did. */
export function createEditor(model: CellModel, options: EditorOptions): CellEditor {
  const { parent } = options;
  const { text } = model;
  const instance = editor.create(parent, {
    ...editorOptions,
    model: text,
    ariaLabel: options.label,
    fontFamily: getComputedStyle(parent).fontFamily,
  });
  const fit = () => {
    const height = Math.min(instance.getContentHeight(), MOST_LINES * LINE_HEIGHT);
    parent.style.height = `${height}px`;
  };
  fit();
  instance.onDidContentSizeChange(fit);
  instance.onDidScrollChange(({ scrollTop }) => options.onScroll(scrollTop));
  instance.onKeyDown(({ browserEvent }) => {
    if (browserEvent.key === 'Escape' && isBusy(parent, instance.getSelections())) return;
    if (!options.onKey(browserEvent)) return;
    browserEvent.preventDefault();
    browserEvent.stopPropagation();
  });
  instance.addAction({
    id: 'streambook.define',
    label: 'Go to the declaration',
    keybindings: [KeyCode.F12],
    run: ({ getPosition }) => {
      const position = getPosition();
      if (position) options.onDefine(text.getOffsetAt(position));
    },
  });
  if (model.view) instance.restoreViewState(model.view);
  return {
    focus: () => instance.focus(),
    hasFocus: () => instance.hasWidgetFocus(),
    select({ start, length }) {
      const from = text.getPositionAt(start);
      const to = text.getPositionAt(start + length);
      instance.setSelection({
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      });
      instance.revealPosition(to);
    },
    close() {
      model.view = instance.saveViewState();
      instance.dispose();
    },
  };
}
