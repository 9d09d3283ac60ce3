import { createContext } from 'svelte';
import type { Hints } from './hints.svelte.ts';

/** The hints of the page, for whoever has something to say. */
export const [useHints, provideHints] = createContext<Hints>();
