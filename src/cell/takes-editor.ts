import { savesData } from './saves-data.ts';

/**
 * True where the full editor has a place: there is room for it, and its size is no matter. Elsewhere a
 * plain text field takes it.
 */
export function takesEditor(): boolean {
  return matchMedia('(min-width: 800px)').matches && !savesData();
}
