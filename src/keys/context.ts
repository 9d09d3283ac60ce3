import { createContext } from 'svelte';
import type { NotebookKeys } from './notebook-keys.ts';

/** The keys of the notebook, for the cells that they are pressed in. */
export const [useKeys, provideKeys] = createContext<NotebookKeys>();
