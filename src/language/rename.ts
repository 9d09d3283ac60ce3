import type * as ts from 'typescript';
import { cellFile, slugOfFile } from './cell-file.ts';
import type { Answer, Place, RenameResult, TextEdit } from './language-api.ts';
import { isIdentifier } from './is-identifier.ts';
import type { LanguageService } from './language-service.ts';

/** The name at a place, if it can be renamed: one that a cell declares. */
export function renamed(language: LanguageService, { slug, offset }: Place): Answer<'renamed'> {
  const { service, host } = language;
  const text = host.textOf(slug) ?? '';
  const info = service.getRenameInfo(cellFile(slug), offset, {});
  if (!info.canRename) return { why: 'There is no name here that can be changed.' };
  const { start, length } = info.triggerSpan;
  const name = text.slice(start, start + length);
  const found = locations(service, slug, offset);
  if (found.length === 0 || found.some(isOfPackage)) {
    return { why: `${name} is not declared in this notebook, so it cannot be renamed here.` };
  }
  return { name, span: info.triggerSpan };
}

/** Renames in every cell what has this very declaration. */
export function rename(language: LanguageService, ask: Place & { to: string }): RenameResult {
  const { host } = language;
  const found = renamed(language, ask);
  if ('why' in found) return { kind: 'refused', why: found.why };
  const { to } = ask;
  if (!isIdentifier(language.typescript, to)) {
    return refused(`“${to}” cannot be a name in TypeScript.`);
  }
  const places = everywhere(language, ask, found.name);
  const isShared = places.some(({ fileName }) => fileName !== cellFile(ask.slug));
  if (isShared && to !== found.name && host.declaring(to).length > 0) {
    return refused(`There is a ${to} in this notebook already: the two could not be told apart.`);
  }
  const cells = new Map<string, Map<number, TextEdit>>();
  for (const { fileName, textSpan, prefixText = '', suffixText = '' } of places) {
    const slug = slugOfFile(fileName);
    const text = slug === null ? null : host.textOf(slug);
    // Behind the text stand imports and exports, which are written anew.
    if (slug === null || text === null || textSpan.start >= text.length) continue;
    const edits = cells.get(slug) ?? new Map<number, TextEdit>();
    cells.set(slug, edits);
    edits.set(textSpan.start, { span: textSpan, text: prefixText + to + suffixText });
  }
  return {
    kind: 'edits',
    cells: [...cells].map(([slug, edits]) => ({ slug, edits: [...edits.values()] })),
  };
}

function refused(why: string): RenameResult {
  return { kind: 'refused', why };
}

/** For the compiler a name ends where a cell hands it on: it is followed from one to the next. */
function everywhere(language: LanguageService, place: Place, name: string): ts.RenameLocation[] {
  const { service, host } = language;
  const here = locations(service, place.slug, place.offset);
  const isHandedOn = here.some(({ fileName, textSpan }) => {
    const slug = slugOfFile(fileName);
    return slug !== null && textSpan.start >= (host.textOf(slug)?.length ?? 0);
  });
  const declared = isHandedOn ? host.declarationOf(name, place.slug) : null;
  if (declared === null) return [...here];
  return [declared, ...host.takersOf(name, declared.slug)].flatMap(({ slug, offset }) =>
    locations(service, slug, offset),
  );
}

function locations(service: ts.LanguageService, slug: string, offset: number) {
  // `{ id }` becomes `{ id: other }`: the property keeps its name.
  const preferences = { providePrefixAndSuffixTextForRename: true };
  return service.findRenameLocations(cellFile(slug), offset, false, false, preferences) ?? [];
}

function isOfPackage({ fileName }: ts.RenameLocation): boolean {
  return slugOfFile(fileName) === null;
}
