import { languages } from 'monaco-editor/editor';
import type { LanguageClient } from '../../language/language-client.ts';
import { LANGUAGE } from '../language-id.ts';
import type { Models } from '../models.ts';
import type { NotebookCell } from '../notebook-cell.ts';
import { completions } from './completions.ts';
import { hovers } from './hovers.ts';
import { renames } from './renames.ts';
import { signatures } from './signatures.ts';

/** Lets Monaco ask the language worker about the texts of cells. */
export function registerProviders(
  client: LanguageClient,
  models: Models,
  cells: () => readonly NotebookCell[],
): void {
  languages.registerCompletionItemProvider(LANGUAGE, completions(client));
  languages.registerHoverProvider(LANGUAGE, hovers(client));
  languages.registerSignatureHelpProvider(LANGUAGE, signatures(client));
  languages.registerRenameProvider(LANGUAGE, renames(client, models, cells));
}
