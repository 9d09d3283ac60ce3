import { cellFile } from './cell-file.ts';
import type { Description, Place } from './language-api.ts';
import type { LanguageService } from './language-service.ts';
import { toMarkdown } from './to-markdown.ts';

/** What stands at a place; null when it has no name. */
export function describe({ service, host }: LanguageService, place: Place): Description | null {
  const text = host.textOf(place.slug);
  if (text === null || place.offset > text.length) return null;
  const info = service.getQuickInfoAtPosition(cellFile(place.slug), place.offset);
  if (!info || info.textSpan.start >= text.length) return null;
  const code = withoutAlias(partsText(info.displayParts));
  // Of a name that nobody has declared there is nothing to be said but that.
  if (code === 'any') return null;
  return {
    code,
    markdown: toMarkdown(info.documentation, info.tags),
    span: info.textSpan,
  };
}

/** What one of the completions at a place is; null when it is none of them. */
export function describeCompletion(
  { service }: LanguageService,
  { slug, offset, name }: Place & { name: string },
): Description | null {
  const details = service.getCompletionEntryDetails(
    cellFile(slug),
    offset,
    name,
    undefined,
    undefined,
    undefined,
    undefined,
  );
  if (!details) return null;
  return {
    code: withoutAlias(partsText(details.displayParts)),
    markdown: toMarkdown(details.documentation, details.tags),
    span: { start: offset, length: 0 },
  };
}

function partsText(parts: readonly { text: string }[] | undefined): string {
  return (parts ?? []).map(({ text }) => text).join('');
}

/** A name of another cell is an import for the compiler only. */
function withoutAlias(code: string): string {
  return code.replace(/^\(alias\) /, '').replace(/\nimport [\w$]+$/, '');
}
