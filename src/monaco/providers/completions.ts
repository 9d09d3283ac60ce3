import { languages, Range, type editor, type Position } from 'monaco-editor/editor';
import type { Completion } from '../../language/language-api.ts';
import type { LanguageClient } from '../../language/language-client.ts';
import { rangeOf } from '../range-of.ts';
import { codeAndText } from './code-and-text.ts';
import { completionKind } from './completion-kind.ts';
import { placeIn } from './place-in.ts';

/** A row of the list, with what is needed to learn more about it. */
interface Item extends languages.CompletionItem {
  ask: { slug: string; offset: number; name: string };
}

/** Offers what can stand at the cursor. */
export function completions(client: LanguageClient): languages.CompletionItemProvider {
  return {
    triggerCharacters: ['.', '"', "'", '`', '/'],
    async provideCompletionItems(model, position) {
      const place = placeIn(model, position);
      if (place === null) return { suggestions: [] };
      const found = (await client.ask('complete', place)) ?? [];
      if (model.isDisposed()) return { suggestions: [] };
      const word = wordBefore(model, position);
      const suggestions: Item[] = found.map((completion) => ({
        ...toItem(completion),
        range: completion.replaces ? rangeOf(model, completion.replaces) : word,
        ask: { ...place, name: completion.name },
      }));
      return { suggestions };
    },
    async resolveCompletionItem(item) {
      if (!isItem(item)) return item;
      const found = await client.ask('completion', item.ask);
      if (found === null) return item;
      return { ...item, detail: found.code, documentation: codeAndText('', found.markdown) };
    },
  };
}

function toItem({ name, kind, sortText, insertText, isDeprecated }: Completion) {
  return {
    label: name,
    kind: completionKind(kind),
    sortText,
    insertText: insertText ?? name,
    // `?.name` and `['a-b']` are found by what stands before the cursor, a dot.
    ...(insertText === null ? {} : { filterText: insertText.startsWith('?.') ? name : insertText }),
    ...(isDeprecated ? { tags: [languages.CompletionItemTag.Deprecated] } : {}),
  };
}

function wordBefore(model: editor.ITextModel, { lineNumber, column }: Position): Range {
  const { startColumn } = model.getWordUntilPosition({ lineNumber, column });
  return new Range(lineNumber, startColumn, lineNumber, column);
}

function isItem(item: languages.CompletionItem): item is Item {
  return 'ask' in item;
}
