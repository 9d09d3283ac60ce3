import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told, useArena } from './support/arena.ts';

const arena = useArena();
/** A Redis that it could be made to talk to. */
let lure: Server;
let visits = 0;
let port: number;
beforeAll(async () => {
  lure = createServer((socket) => {
    visits++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(lure, 'listening');
  const address = lure.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  lure.close();
});

const sends = (words: readonly string[]) => `await client.sendCommand(${JSON.stringify(words)})`;

describe('a cell that reaches out through its Redis', () => {
  it.each([
    ['CONFIG GET *'],
    ['CONFIG SET dir /tmp'],
    ['CONFIG SET maxmemory 0'],
    ['CONFIG RESETSTAT'],
    ['SAVE'],
    ['BGSAVE'],
    ['BGREWRITEAOF'],
    ['LASTSAVE'],
    ['MODULE LOAD /tmp/x.so'],
    ['MODULE LIST'],
    ['DEBUG SLEEP 0'],
    ['DEBUG SEGFAULT'],
    ['SHUTDOWN NOSAVE'],
    ['REPLICAOF 127.0.0.1 %PORT%'],
    ['SLAVEOF 127.0.0.1 %PORT%'],
    ['SYNC'],
    ['PSYNC ? -1'],
    ['REPLCONF listening-port 1'],
    ['MIGRATE 127.0.0.1 %PORT% key 0 100'],
    ['RESTORE key 0 x'],
    ['CLIENT KILL TYPE normal'],
    ['CLIENT PAUSE 1000'],
    ['CLIENT UNPAUSE'],
    ['CLIENT UNBLOCK 1'],
    ['CLIENT NO-EVICT on'],
    ['CLIENT REPLY OFF'],
    ['MONITOR'],
    ['ACL LIST'],
    ['ACL GETUSER streambook'],
    ['ACL SETUSER learner +@all'],
    ['ACL LOG'],
    ['EVAL return(1) 0'],
    ['EVAL_RO return(1) 0'],
    ['EVALSHA 0 0'],
    ['SCRIPT LOAD return(1)'],
    ['SCRIPT FLUSH'],
    ['FUNCTION LIST'],
    ['FUNCTION LOAD x'],
    ['FCALL f 0'],
    ['CLUSTER MEET 127.0.0.1 %PORT%'],
    ['SWAPDB 0 1'],
    ['KEYS *'],
    ['SLOWLOG GET'],
    ['LATENCY LATEST'],
    ['MEMORY PURGE'],
    ['MEMORY DOCTOR'],
    ['FAILOVER'],
    ['WAIT 1 0'],
    ['PFDEBUG GETREG x'],
    ['SORT x BY nosort GET x* STORE y'],
  ])('is refused %s', async (command) => {
    const words = command.replace('%PORT%', String(port)).split(' ');
    const shown = await arena.held(sends(words));
    // Redis refuses some by its configuration before it looks at the rights.
    expect(shown.error?.message).toMatch(/^(NOPERM |ERR (MODULE|DEBUG) command not allowed)/);
  });

  it.each([['EVAL', 'return 1', '0'], ['SHUTDOWN'], ['MIGRATE', '127.0.0.1', '1', 'k', '0', '1']])(
    'is refused %s within a transaction too',
    async (...words) => {
      const shown = await arena.held(
        `await client.multi().addCommand(${JSON.stringify(words)}).exec()`,
      );
      expect(told(shown)).toMatch(/NOPERM|EXECABORT|not allowed inside a transaction/);
    },
  );

  it('has talked to nobody with all that', () => {
    expect(visits).toBe(0);
  });

  it('is told in a sentence why', async () => {
    const { error } = await arena.held(sends(['CONFIG', 'GET', '*']));
    expect(error?.help?.text).toContain('data commands only');
  });

  it.each([
    [['AUTH', 'default', '']],
    [['AUTH', 'streambook', 'guess']],
    [['HELLO', '3', 'AUTH', 'streambook', 'guess']],
  ])('cannot log in as anybody else: %j', async (words) => {
    expect((await arena.held(sends(words))).error?.message).toMatch(/^WRONGPASS /);
    expect((await arena.held('await client.aclWhoAmI()')).value).toBe("'learner'");
  });

  it('cannot become the user that Redis begins with, by RESET', async () => {
    const { value } = await arena.held(
      `const c = await createClient().connect(); const after = await c.sendCommand(['RESET']).then(() => c.sendCommand(['ACL', 'WHOAMI'])).catch((e) => e.message); c.destroy(); after`,
    );
    expect(value).toMatch(/'learner'|NOAUTH/);
  });

  it.each(['redis://10.0.0.1', 'rediss://redis.example:6379', 'nonsense'])(
    'is told that there is no other Redis: %s',
    async (url) => {
      const { error } = await arena.held(`createClient({ url: '${url}' })`);
      expect(error?.message).toContain(`reaches only the Redis of this notebook, not ${url}`);
    },
  );

  it.each([
    '{}',
    "{ url: 'redis://localhost:6379' }",
    "{ url: 'redis://somebody:else@127.0.0.1:1' }",
    "{ socket: { host: '10.0.0.1', port: %PORT% } }",
    "{ socket: { path: '/tmp/other' } }",
    "{ username: 'streambook', password: 'guess' }",
  ])('is led home whatever it names: %s', async (options) => {
    const { value } = await arena.held(
      `{ const c = await createClient(${options.replace('%PORT%', String(port))}).connect(); const who = [await c.aclWhoAmI(), await c.dbSize()]; c.destroy(); globalThis.who = who } who`,
    );
    expect(value).toBe("[ 'learner', 0 ]");
    expect(visits).toBe(0);
  });
});
