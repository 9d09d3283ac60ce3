/** The variable that says how many reverse proxies stand in front of the server. */
const NAME = 'STREAMBOOK_TRUST_PROXY';

/** More than anybody puts before a server; a typing error more likely. */
const MOST = 10;

/**
 * How many reverse proxies stand in front, each of which adds whom it was called by to
 * X-Forwarded-For. 0 when nothing is said: anybody can write that header.
 * @throws Error when the value is not a whole number from 0 to 10
 */
export function readTrustedProxies(env: Readonly<Record<string, string | undefined>>): number {
  const text = env[NAME] ?? '';
  if (text === '') return 0;
  if (!/^\d+$/.test(text) || Number(text) > MOST)
    throw new Error(
      `${NAME} must be a whole number from 0 to ${MOST}: how many reverse proxies stand in front of this server. It is "${text}".`,
    );
  return Number(text);
}
