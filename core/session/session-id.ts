/**
 * The id of a session is a secret. It may begin with the name of its server and a dot, so that a page
 * whose connection was cut is led back to that one of several servers.
 */
export const SESSION_ID = /^(?:[a-z0-9-]{1,20}\.)?[A-Za-z0-9_-]{1,64}$/;

/** The name of the server that has a session; null when its id does not tell. */
export function serverOf(id: string): string | null {
  const dot = id.indexOf('.');
  return dot < 0 ? null : id.slice(0, dot);
}

/** A part of the id that tells sessions apart and opens none: for logs. */
export function shortIdOf(id: string): string {
  const dot = id.indexOf('.');
  return id.slice(dot + 1, dot + 7);
}
