/**
 * What belongs here: the id of this tab's session on the server, in sessionStorage, so that a
 * reload finds it again and another tab has its own.
 */
import { SESSION_ID } from '../../core/session/session-id.ts';
import type { SafeStorage } from './safe-storage.ts';

const key = 'streambook:session';

/** The session this tab had; null when it had none. */
export function loadSessionId(storage: SafeStorage): string | null {
  const id = storage.get(key);
  return id !== null && SESSION_ID.test(id) ? id : null;
}

export function saveSessionId(storage: SafeStorage, id: string): void {
  storage.set(key, id);
}
