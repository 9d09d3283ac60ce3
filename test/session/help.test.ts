import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hintsOfRun } from '../../core/help/hints-of-run.ts';
import { toldOnce } from '../../core/help/told-once.ts';
import type { Topic } from '../../core/help/topic.ts';
import type { RunningServer } from '../../server/server.ts';
import { Learner } from '../support/learner.ts';
import { startTestServer } from '../support/server.ts';

let server: RunningServer;
let learner: Learner;

const SETUP = `
import { createClient } from 'redis';
import { Database } from 'walrus';
const client = await createClient().connect();
const db = new Database(client);
await client.xAdd('s', '1-0', { a: 'b' });
await client.xGroupCreate('s', 'g', '0');
await client.set('text', 'x');
`;

beforeAll(async () => {
  server = await startTestServer();
  learner = new Learner(server);
  expect((await learner.run(SETUP)).status).toBe('ok');
});
afterAll(() => server.close());

describe('a mistake that Redis or JavaScript refuses is answered with a sentence', () => {
  it.each<[Topic, string]>([
    ['undeclared', 'nowhere.stream'],
    ['redeclared', 'function client() {}'],
    ['constant', 'db = 1'],
    ['busygroup', "await client.xGroupCreate('s', 'g', '0')"],
    ['nogroup', "await client.xReadGroup('none', 'c', { key: 's', id: '>' })"],
    ['wrongtype', "await client.xLen('text')"],
    ['ids-rise', "await client.xAdd('s', '0-1', { a: 'b' })"],
    ['ids', "await client.xAdd('s', 'yesterday', { a: 'b' })"],
    ['ids', "await client.xRead({ key: 's', id: '>' })"],
    ['ids', "await db.stream('s').range('x')"],
    ['ids-rise', "await client.xAdd('s', '0-0', { a: 'b' })"],
    ['noperm', "await client.sendCommand(['CONFIG', 'GET', '*'])"],
    ['field-values', "await client.xAdd('s', '*', { a: 1 } as any)"],
    ['field-values', "await client.xAdd('s', '*', { a: true } as any)"],
    ['field-values', "await client.xAdd('s', '*', { a: undefined } as any)"],
    ['field-values', "await db.stream('s').add({ a: null } as any)"],
    ['null-reply', "(await client.xRead({ key: 's', id: '9-0' }))[0]"],
    ['unknown-method', "db.stream('s').addd({ a: 'b' })"],
    ['of-undefined', "(await db.stream('empty').range())[0].id"],
    ['never-resolved', 'await new Promise(() => {})'],
    [
      'oom',
      "for (let n = 0; ; n += 1) await client.set(`big${n}`, 'x'.repeat(900_000)).catch(async (error) => { await client.flushDb(); throw error })",
    ],
  ])('%s: %s', async (topic, source) => {
    const { error } = await learner.run(source);
    expect(error?.help?.topic, JSON.stringify(error)).toBe(topic);
  });
});

describe('a run that does something else than one may think is given a hint', () => {
  it.each<[Topic[], string]>([
    [['read-dollar'], "await client.xRead({ key: 'h', id: '$' })"],
    [['read-dollar'], "await db.stream('h').read({ lastId: '$' })"],
    [[], "await db.stream('h').read({ lastId: '$', block: 1 })"],
    [[], "await db.stream('h').read({ lastId: '9-0' })"],
    [['null-reply'], "for (const one of await client.xRead({ key: 's', id: '9-0' })) one"],
    [['null-reply'], "const [first] = await client.xRead({ key: 's', id: '9-0' })"],
    [['missing-await'], "db.stream('h').length()"],
    [['missing-await'], "console.log('length', db.stream('h').length())"],
    [[], "console.log(await db.stream('h').length())"],
    [
      ['history-read'],
      "await client.xAdd('h', '1-0', { a: 'b' }); await client.xGroupCreate('h', 'g', '0'); await client.xReadGroup('g', 'c', { key: 'h', id: '0' })",
    ],
    [[], "for (const id of ['0', '>']) await client.xReadGroup('g', 'c', { key: 'h', id })"],
    [[], "await client.xReadGroup('g', 'c', { key: 'h', id: '0' })"],
    [
      ['deleted-pending'],
      "await client.xDel('h', '1-0'); await client.xReadGroup('g', 'c', { key: 'h', id: '0' })",
    ],
    [
      ['blocked-client'],
      "await Promise.all([client.xRead({ key: 'h', id: '$' }, { BLOCK: 500 }), client.ping()])",
    ],
    [
      [],
      "const own = client.duplicate(); await own.connect(); await Promise.all([own.xRead({ key: 'h', id: '$' }, { BLOCK: 500 }), client.ping()])",
    ],
  ])('%j: %s', async (topics, source) => {
    const { run } = await learner.run(source);
    expect(
      hintsOfRun(run).map(({ topic }) => topic),
      JSON.stringify(run.commands),
    ).toEqual(topics);
  });

  it('and the error under which it stands does not guess at the reason then', async () => {
    const source =
      "await client.xAdd('d', '1-0', { a: 'b' }); await client.xGroupCreate('d', 'g', '0'); await client.xReadGroup('g', 'c', { key: 'd', id: '>' }); await client.xDel('d', '1-0'); await client.xReadGroup('g', 'c', { key: 'd', id: '0' })";
    const { run, error } = await learner.run(source);
    expect(error?.help?.topic).toBe('null-reply');
    const shown = toldOnce(run.outputs, hintsOfRun(run));
    expect(shown).toEqual(
      run.outputs.map((output) => (output === error ? { ...output, help: null } : output)),
    );
    expect(toldOnce(run.outputs, [])).toBe(run.outputs);
  });
});
