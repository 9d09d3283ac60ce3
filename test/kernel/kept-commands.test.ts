import { describe, expect, it } from 'vitest';
import {
  MAX_COMMAND_ARGUMENT,
  MAX_COMMAND_REPLY,
  MAX_COMMAND_ROWS,
  MAX_COMMAND_TEXT,
} from '../../core/limits/limits.ts';
import { signals, run, all, lines, replies, useRecordedKernel } from './recorded-kernel.ts';

useRecordedKernel();

describe('what is kept of a run', () => {
  it('is so many rows; the rest is counted', async () => {
    const { rows, omitted } = await run('for (let n = 0; n < 150; n++) await client.xLen(`s${n}`)');
    expect(rows).toHaveLength(MAX_COMMAND_ROWS);
    expect(omitted).toBe(150 - MAX_COMMAND_ROWS);
  });

  it('is so much text', async () => {
    const { rows, omitted } = await run(`
      const values = Array.from({ length: 8 }, () => 'y'.repeat(200));
      for (let n = 0; n < 90; n++) {
        await client.echo(\`\${n}\`.padEnd(200, 'x'));
        await client.sendCommand(['HSET', \`k\${n}\`, ...values]);
      }
    `);
    const size = all(rows)
      .flatMap(({ args, reply }) => [...args, reply ?? ''])
      .reduce((sum, text) => sum + text.length, 0);
    expect(size).toBeLessThanOrEqual(MAX_COMMAND_TEXT);
    expect(rows.reduce((sum, { count }) => sum + count, 0) + omitted).toBe(180);
    expect(omitted).toBeGreaterThan(0);
  });

  it('is the beginning of huge arguments and replies', async () => {
    const { rows } = await run(`
      await client.set('k', 'x'.repeat(5_000_000));
      await client.get('k');
      await client.sendCommand(['RPUSH', 'l', ...Array.from({ length: 100_000 }, (_, n) => String(n))]);
      await client.lRange('l', 0, -1);
    `);
    const [set, get, push, range] = all(rows);
    expect(set?.args[2]).toHaveLength(MAX_COMMAND_ARGUMENT);
    expect(set?.args[2]?.endsWith('…')).toBe(true);
    expect(set?.isCut).toBe(true);
    expect(get?.isCut).toBe(false);
    expect(push?.isCut).toBe(true);
    for (const command of [get, range]) {
      expect(command?.reply).toHaveLength(MAX_COMMAND_REPLY);
      expect(command?.reply?.endsWith('…')).toBe(true);
    }
  });

  it('are bytes as text where they are text', async () => {
    const { rows } = await run(`
      await client.sendCommand(['SET', Buffer.from('ключ'), Buffer.from([0, 159, 146, 150])]);
      await client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer }).get('ключ');
    `);
    expect(all(rows)[0]).toMatchObject({ args: ['SET', 'ключ', expect.any(String)], isCut: true });
    expect(replies(rows)).toEqual(['OK', '"\\x00\\x9f\\x92\\x96"']);
  });

  it('is no password', async () => {
    const { rows } = await run(`
      await client.auth({ username: 'me', password: 'secret-1' }).catch(() => 0);
      await client.sendCommand(['auth', 'secret-2']).catch(() => 0);
      await client.sendCommand(['HELLO', '3', 'AUTH', 'me', 'secret-3', 'SETNAME', 'me']).catch(() => 0);
    `);
    expect(lines(rows)).toEqual([
      'AUTH me (hidden)',
      'auth (hidden)',
      'HELLO 3 AUTH me (hidden) SETNAME me',
    ]);
    expect(all(rows).every(({ isCut }) => isCut)).toBe(true);
    expect(JSON.stringify(signals)).not.toContain('secret-1');
  });

  it('is not what a client does by itself', async () => {
    const { rows } = await run(
      "const own = await createClient({ name: 'own' }).connect(); await own.xRead({ key: 's', id: '0' }, { BLOCK: 1 }); own.destroy()",
    );
    expect(lines(rows)).toEqual(['XREAD BLOCK 1 STREAMS s 0']);
  });

  it('is not a command that was never sent', async () => {
    const { rows, result } = await run(`
      const closed = createClient();
      await closed.xLen('s').catch(() => 0);
      await client.sendCommand(['GET', 5]).catch(() => 0);
    `);
    expect(result.status).toBe('ok');
    expect(rows).toEqual([]);
  });
});
