/**
 * What belongs here: the dialect in which the notebook was last read, in localStorage. A tab looks at
 * it when it is opened and not again: if the choice of another tab changed every cell here, the
 * variables of this tab's kernel would not fit them any more. A later form of the value gets a new
 * VERSION and reads the older ones.
 */
import * as v from 'valibot';
import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { readValue } from './read-value.ts';
import type { SafeStorage } from './safe-storage.ts';

const VERSION = 1;
const KEY = `streambook:dialect:${VERSION}`;

/** The dialect that was chosen last; null when none was. */
export function loadDialect(storage: SafeStorage): Dialect | null {
  return readValue(storage, KEY, v.picklist(DIALECTS));
}

/** Keeps a choice; where the browser has no room for it, the address still has it. */
export function saveDialect(storage: SafeStorage, dialect: Dialect): void {
  storage.set(KEY, JSON.stringify(dialect));
}
