/** The worker that knows the notebook's variables: one for all cells. Only loaded late, by the client. */
import { typescript } from 'monaco-editor/languages/features/typescript/lib/typescriptServices';
import { cellTypes } from 'virtual:cell-types';
import type { Ask, Method } from './language-api.ts';
import type { LanguageRequest } from './language-message.ts';
import { createLanguage } from './language.ts';
import { prelude } from './prelude/prelude.ts';

const language = createLanguage(typescript, cellTypes, prelude);

function reply<M extends Method>({ id, method, ask }: { id: number; method: M; ask: Ask<M> }) {
  try {
    self.postMessage({ id, method, answer: language[method](ask) });
  } catch (error) {
    // The compiler is not made to be asked about every half-written text: one answer less.
    self.postMessage({ id, error: String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<LanguageRequest>) => reply(data));
