import { cellFile } from './cell-file.ts';
import type { TextEdit } from './language-api.ts';
import type { LanguageService } from './language-service.ts';

/** What makes a cell's text tidy: spaces and indentation; words and lines stay. */
export function format({ service, host, typescript }: LanguageService, slug: string): TextEdit[] {
  const text = host.textOf(slug);
  if (text === null) return [];
  const edits = service.getFormattingEditsForRange(cellFile(slug), 0, text.length, {
    ...typescript.getDefaultFormatCodeSettings('\n'),
    indentSize: 2,
    tabSize: 2,
    convertTabsToSpaces: true,
  });
  return edits
    .filter(({ span }) => span.start + span.length <= text.length)
    .map(({ span, newText }) => ({ span, text: newText }));
}
