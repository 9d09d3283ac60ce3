/** The sixth slice: what shows to the learner what the language worker knows. */
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/rename/register';
// `features/suggest/register` registers the inline suggestions only, and not the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
