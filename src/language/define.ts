import { cellFile, slugOfFile } from './cell-file.ts';
import type { Place, Span } from './language-api.ts';
import type { LanguageService } from './language-service.ts';

/** Where the name at a place is declared; null when that is in no cell. */
export function define(
  { service, host }: LanguageService,
  { slug, offset }: Place,
): { slug: string; span: Span } | null {
  for (const found of service.getDefinitionAtPosition(cellFile(slug), offset) ?? []) {
    const cell = slugOfFile(found.fileName);
    if (cell === null) continue;
    const text = host.textOf(cell);
    if (text !== null && found.textSpan.start < text.length) {
      return { slug: cell, span: found.textSpan };
    }
  }
  return null;
}
