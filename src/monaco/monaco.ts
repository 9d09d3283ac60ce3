/** Monaco, set up for cells. Only imported late: see load-monaco.ts. */
import { editor, languages } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { conf } from 'monaco-editor/languages/definitions/typescript/typescript';
import './features.ts';
import type { Highlighter } from '../highlight/highlighter.ts';
import { defineTheme, followColorScheme } from './theme.ts';
import { tokensProvider } from './tokens-provider.ts';

/** The language that cells are written in, as Monaco knows it. */
export const LANGUAGE = 'typescript';

let isReady = false;

/** Registers worker, language, colours and theme, once. */
export function setUpMonaco(highlighter: Highlighter): void {
  if (isReady) return;
  isReady = true;
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  languages.register({ id: LANGUAGE });
  languages.setLanguageConfiguration(LANGUAGE, conf);
  languages.setTokensProvider(LANGUAGE, tokensProvider(highlighter.core));
  defineTheme();
  followColorScheme();
}

export { editor };
