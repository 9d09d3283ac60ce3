import type { Connection } from '../connection/connection.ts';
import type { Entry } from '../entry/entry.ts';
import { checkWhole } from '../options.ts';
import type { ConsumeOptions } from './consume-options.ts';
import { ConsumeSource } from './consume-source.ts';
import type { ConsumerGroupStream } from './consumer-group-stream.ts';

/** See `ConsumerGroupStream.consume`. */
export async function* consume<Field extends string>(
  connection: Connection,
  stream: ConsumerGroupStream<Field>,
  options: ConsumeOptions<Entry<Field>>,
): AsyncGenerator<Entry<Field>, void, undefined> {
  checkWhole('count', options.count, 1);
  checkWhole('block', options.block, 0);
  checkWhole('takeOverIdle', options.takeOverIdle, 1);
  checkWhole('maxDeliveries', options.maxDeliveries, 1);
  const { signal } = options;
  const source = new ConsumeSource(connection, stream, options);
  while (!signal?.aborted) {
    try {
      const batch = await source.next();
      for (const entry of batch) {
        if (signal?.aborted) return;
        // Only a body that came to its end asks for the next entry; `break` and an error do not.
        yield entry;
        await stream.ack(entry);
      }
    } catch (error) {
      await source.recover(error);
    }
  }
}
