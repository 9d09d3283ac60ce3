import { createContext } from 'svelte';
import type { Panels } from './panels.svelte.ts';

/** What is open on the page, for whoever opens or closes it. */
export const [usePanels, providePanels] = createContext<Panels>();
