import { cellFile } from './cell-file.ts';
import type { Completion, Place } from './language-api.ts';
import type { LanguageService } from './language-service.ts';

/** What can stand at a place. */
export function complete({ service, host }: LanguageService, place: Place): Completion[] {
  const text = host.textOf(place.slug);
  if (text === null) return [];
  const offset = Math.min(place.offset, text.length);
  const list = service.getCompletionsAtPosition(cellFile(place.slug), offset, {
    includeCompletionsWithInsertText: true,
    includeAutomaticOptionalChainCompletions: true,
  });
  return (list?.entries ?? [])
    .filter(({ kind }) => kind !== 'warning')
    .map((entry) => ({
      name: entry.name,
      kind: entry.kind,
      sortText: entry.sortText,
      insertText: entry.insertText ?? null,
      replaces: entry.replacementSpan ?? list?.optionalReplacementSpan ?? null,
      isDeprecated: entry.kindModifiers?.includes('deprecated') ?? false,
    }));
}
