import type { AnyClient } from './client.ts';

/**
 * Connects, or rejects at the first refusal, where node-redis alone would go on trying for ever.
 * Once connected, a lost connection is made again by node-redis.
 */
export async function connect(client: AnyClient): Promise<void> {
  let refuse: (error: unknown) => void = () => undefined;
  // The listener stays for good: without one, a connection lost later would be an uncaught exception.
  client.on('error', (error: unknown) => refuse(error));
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  try {
    await Promise.race([client.connect(), refused]);
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw error;
  }
}
