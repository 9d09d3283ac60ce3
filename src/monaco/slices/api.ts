/** The fourth slice: the rest of an editor without features. */
import 'monaco-editor/editor';
