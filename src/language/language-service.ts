import type * as ts from 'typescript';
import type { NotebookHost } from './notebook-host.ts';
import type { TypeScript } from './typescript.ts';

/** The compiler's language service over the cells of a notebook. */
export interface LanguageService {
  typescript: TypeScript;
  host: NotebookHost;
  service: ts.LanguageService;
}
