import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useArena } from './support/arena.ts';

const arena = useArena();

describe('what two learners could share', () => {
  it.each(['localStorage', 'sessionStorage'])('is no %s', async (name) => {
    const { value: stored } = await arena.neighbour.run(
      `(() => { try { ${name}.setItem('word', 'theirs'); return 'stored' } catch (e) { return e.name } })()`,
    );
    expect(stored).toBeDefined();
    const { value } = await arena.held(
      `(() => { try { return ${name}.getItem('word') } catch { return null } })()`,
    );
    expect(value).toBe('null');
  });

  it('is no cache', async () => {
    const { value } = await arena.held(
      "await caches.open('shared').then(() => 'stored', () => 'refused')",
    );
    expect(value).toBe("'refused'");
  });

  it('is no store of keys', async () => {
    const shown = await arena.held(
      "typeof Deno.openKv === 'function' ? await Deno.openKv() : 'none'",
    );
    expect(shown.value ?? shown.error?.name).toMatch(/none|NotCapable|Error/);
  });

  it('is no lock', async () => {
    const { value } = await arena.neighbour.run(
      "typeof navigator.locks === 'object' ? 'there' : 'none'",
    );
    if (value === "'there'")
      await arena.neighbour.run("navigator.locks.request('one', () => new Promise(() => {})); 1");
    await arena.held("await navigator.locks?.request('one', () => 'mine')");
  });

  it('is no broadcast channel', async () => {
    await arena.neighbour.run(
      "const heard: string[] = []; const ear = new BroadcastChannel('all'); ear.onmessage = ({ data }) => heard.push(data);",
    );
    await arena.held("new BroadcastChannel('all').postMessage('hello'); undefined");
    expect((await arena.neighbour.run('await client.ping(); heard')).value).toBe('[]');
  });

  it('is no address of a blob', async () => {
    const { value: url } = await arena.neighbour.run("URL.createObjectURL(new Blob(['private']))");
    const shown = await arena.held(`await fetch(${url}).then((r) => r.text())`);
    expect(shown.status).toBe('error');
  });

  it('is no Redis', async () => {
    expect((await arena.held("await client.get('mine')")).value).toBe('null');
    expect((await arena.held('await client.dbSize()')).value).toBe('0');
  });

  it('is no password: none stands in the command line or environment of any process', async () => {
    const { value } = await arena.held('client.options.password');
    const password = String(value).replaceAll("'", '');
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect((await arena.neighbour.run('client.options.password')).value).not.toContain(password);
    expect(commandLines()).toContain('deno');
    expect(commandLines()).not.toContain(password);
  });
});

/** Of every process that this user may see, with its environment where the system shows that. */
function commandLines(): string {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-axww', '-o', 'command'], { encoding: 'utf8' });
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => `${read(`/proc/${pid}/cmdline`)} ${read(`/proc/${pid}/environ`)}`)
    .join('\n');
}
