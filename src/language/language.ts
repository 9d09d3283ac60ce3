import { complete } from './complete.ts';
import { define } from './define.ts';
import { describe, describeCompletion } from './describe.ts';
import { diagnose } from './diagnose.ts';
import { format } from './format.ts';
import type { Answer, Ask, Method } from './language-api.ts';
import type { LanguageService } from './language-service.ts';
import { NotebookHost } from './notebook-host.ts';
import { rename, renamed } from './rename.ts';
import { sign } from './sign.ts';
import type { TypeScript } from './typescript.ts';

type Language = { readonly [M in Method]: (ask: Ask<M>) => Answer<M> };

/**
 * What knows the notebook's variables.
 * @param types the types of all that cells can import, by path
 * @param prelude those that hold without an import
 */
export function createLanguage(
  typescript: TypeScript,
  types: Record<string, string>,
  prelude: Record<string, string>,
): Language {
  const host = new NotebookHost(typescript, { ...types, ...prelude }, Object.keys(prelude));
  const service = typescript.createLanguageService(host);
  const language: LanguageService = { typescript, host, service };
  return {
    cells({ order, changed }) {
      host.setCells(order, changed);
      return null;
    },
    complete: (place) => complete(language, place),
    completion: (place) => describeCompletion(language, place),
    describe: (place) => describe(language, place),
    sign: (place) => sign(language, place),
    renamed: (place) => renamed(language, place),
    rename: (place) => rename(language, place),
    format: ({ slug }) => format(language, slug),
    define: (place) => define(language, place),
    diagnose: ({ slug }) => diagnose(language, slug),
  };
}
