import type { Answer, Ask, Method } from './language-api.ts';

/** A question for the language worker. */
export type LanguageRequest<M extends Method = Method> = {
  [K in M]: { id: number; method: K; ask: Ask<K> };
}[M];

/** Its answer; an error says what went wrong in the worker, for the console. */
export type LanguageReply<M extends Method = Method> = {
  [K in M]: { id: number; method: K; answer: Answer<K> };
}[M];

export interface LanguageFailure {
  id: number;
  error: string;
}
