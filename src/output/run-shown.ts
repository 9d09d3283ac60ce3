import { createContext } from 'svelte';

/** Which run the outputs belong to, by its id. */
export const [useRunShown, provideRunShown] = createContext<() => string | null>();
