import fc from 'fast-check';
import { describe, it } from 'vitest';
import { groupCommands } from './model/group-commands.ts';
import { GroupModel } from './model/group-model.ts';
import { useDatabase } from './support/use-database.ts';

const bench = useDatabase();

describe('A consumer group', () => {
  it('does what a pure model of one does, whatever is done to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands(groupCommands, { size: 'medium', maxCommands: 60 }),
        (commands) =>
          fc.asyncModelRun(async () => {
            await bench.direct.client.flushAll();
            const real = bench.direct.consumerGroup('g', 's');
            await real.create({ ensureKeysExist: false, makeStream: true });
            return { model: new GroupModel(), real };
          }, commands),
      ),
      { numRuns: 100 },
    );
  });
});
