import type { ClientMessage } from '../../core/protocol/client-message.ts';
import { PROTOCOL } from '../../core/protocol/version.ts';

/** What a page says first on every connection. @param session the one to find; null for a new one */
export function hello(session: string | null): ClientMessage {
  return { type: 'hello', protocol: PROTOCOL, session };
}
