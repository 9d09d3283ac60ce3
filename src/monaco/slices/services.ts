/** The third slice: what editors share. */
import 'monaco-editor/editor/standalone/browser/standaloneServices';
