import { createContext } from 'svelte';
import type { Notebook } from './notebook.svelte.ts';

/** The notebook of the page, for the components below App. */
export const [useNotebook, provideNotebook] = createContext<Notebook>();
