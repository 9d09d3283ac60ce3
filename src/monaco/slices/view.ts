/** The second slice: what draws a text. */
import 'monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget';
