/**
 * The name of this server among several behind one balancer, from STREAMBOOK_NAME; null when it has none.
 * @throws Error when it is not a short word
 */
export function readServerName(env: Readonly<Record<string, string | undefined>>): string | null {
  const name = env['STREAMBOOK_NAME'];
  if (name === undefined || name === '') return null;
  if (/^[a-z0-9-]{1,20}$/.test(name)) return name;
  throw new Error(
    `STREAMBOOK_NAME must be at most 20 small letters, digits and hyphens, not "${name}".`,
  );
}
