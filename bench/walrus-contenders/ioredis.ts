import { Redis } from 'ioredis';
import { BATCH, type Connect, PAGE } from './contender.ts';

/** ioredis with its default options; its entries are lists, not objects. */
export const connectIoredis: Connect = async (url) => {
  const client = new Redis(url);
  return {
    name: 'ioredis',
    add: (key) => client.xadd(key, '*', 'sensor', 'kitchen', 'celsius', '21.5'),
    iterate: async (key) => {
      let count = 0;
      let start = '-';
      for (;;) {
        const page = await client.xrange(key, start, '+', 'COUNT', PAGE);
        for (const [, fields] of page) if (fields[0] === 'sensor') count += 1;
        if (page.length < PAGE) return count;
        start = `(${page.at(-1)?.[0]}`;
      }
    },
    range: (key) => client.xrange(key, '-', '+'),
    restartGroup: async (key, group) => {
      await client.xgroup('DESTROY', key, group);
      await client.xgroup('CREATE', key, group, '0-0');
    },
    readAndAck: async (key, group) => {
      let count = 0;
      for (;;) {
        const reply = await client.xreadgroup(
          'GROUP',
          group,
          'c1',
          'COUNT',
          BATCH,
          'STREAMS',
          key,
          '>',
        );
        if (reply === null) return count;
        const ids = reply[0]?.[1].map(([id]) => id) ?? [];
        count += await client.xack(key, group, ...ids);
      }
    },
    close: () => client.quit(),
  };
};
