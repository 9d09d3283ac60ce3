import { createContext } from 'svelte';
import type { Editors } from './editors.svelte.ts';

/** The editors of the page, for the cells. */
export const [useEditors, provideEditors] = createContext<Editors>();
