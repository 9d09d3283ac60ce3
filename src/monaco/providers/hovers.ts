import type { languages } from 'monaco-editor/editor';
import type { LanguageClient } from '../../language/language-client.ts';
import { rangeOf } from '../range-of.ts';
import { codeAndText } from './code-and-text.ts';
import { placeIn } from './place-in.ts';

/** Says what a name is when the pointer rests on it. */
export function hovers(client: LanguageClient): languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const place = placeIn(model, position);
      const found = place && (await client.ask('describe', place));
      if (!found || model.isDisposed()) return null;
      return {
        range: rangeOf(model, found.span),
        contents: [codeAndText(found.code, found.markdown)],
      };
    },
  };
}
