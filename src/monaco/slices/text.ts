/** The first slice: texts, positions, languages. */
import 'monaco-editor/editor/common/config/editorOptions';
import 'monaco-editor/editor/common/model/textModel';
