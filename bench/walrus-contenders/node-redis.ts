import { createClient } from 'redis';
import { BATCH, type Connect, PAGE } from './contender.ts';

interface Streams {
  messages: { id: string }[];
}

/** node-redis alone, without the timer that it would arm for each command. */
export const connectNodeRedis: Connect = async (url) => {
  const client = createClient({ url, commandOptions: { timeout: 0 } });
  client.on('error', () => undefined);
  await client.connect();
  return {
    name: 'node-redis',
    add: (key) => client.xAdd(key, '*', { sensor: 'kitchen', celsius: '21.5' }),
    iterate: async (key) => {
      let count = 0;
      let start = '-';
      for (;;) {
        const page = (await client.xRange(key, start, '+', { COUNT: PAGE })) ?? [];
        for (const entry of page) if (entry.message['sensor']) count += 1;
        if (page.length < PAGE) return count;
        start = `(${page.at(-1)?.id}`;
      }
    },
    range: async (key) => (await client.xRange(key, '-', '+')) ?? [],
    restartGroup: async (key, group) => {
      await client.xGroupDestroy(key, group);
      await client.xGroupCreate(key, group, '0-0');
    },
    readAndAck: async (key, group) => {
      let count = 0;
      for (;;) {
        const reply: Streams[] | null = await client.xReadGroup(
          group,
          'c1',
          { key, id: '>' },
          { COUNT: BATCH },
        );
        const entries = reply?.[0]?.messages ?? [];
        if (entries.length === 0) return count;
        const ids = entries.map((entry) => entry.id);
        count += await client.xAck(key, group, ids);
      }
    },
    close: () => client.close(),
  };
};
