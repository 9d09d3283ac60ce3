import { BATCH, type Connect } from './contender.ts';
import { loadWalrus } from './load-walrus.ts';

/** The library, as its README says to use it. */
export const connectWalrus: Connect = async (url) => {
  const { Database } = await loadWalrus();
  const db = await Database.connect(url);
  return {
    name: 'walrus',
    add: (key) => db.stream(key).add({ sensor: 'kitchen', celsius: '21.5' }),
    iterate: async (key) => {
      let count = 0;
      for await (const entry of db.stream(key)) if (entry.message['sensor']) count += 1;
      return count;
    },
    range: (key) => db.stream(key).range(),
    restartGroup: async (key, group) => {
      await db.consumerGroup(group, key).destroy();
      await db.consumerGroup(group, key).create();
    },
    readAndAck: async (key, group) => {
      const stream = db.consumerGroup(group, [key]).streams[key];
      if (!stream) throw new Error('No such stream in the group.');
      let count = 0;
      for (;;) {
        const entries = await stream.read({ count: BATCH });
        if (entries.length === 0) return count;
        count += await stream.ack(...entries);
      }
    },
    close: () => db.close(),
  };
};
