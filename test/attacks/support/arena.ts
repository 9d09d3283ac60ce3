import { afterAll, beforeAll, expect } from 'vitest';
import type { Limits } from '../../../server/config/limits.ts';
import type { RunningServer } from '../../../server/server.ts';
import { Learner, type Shown } from '../../support/learner.ts';
import { startTestServer } from '../../support/server.ts';

const CONNECT =
  "import { createClient } from 'redis';\nconst client = await createClient().connect();";

/** What a cell says when it is at it; #stop() says it at the beginning of one that does not. */
export const AT_IT = "console.log('at it');";

/**
 * A server with somebody who attacks it and a neighbour who must not notice. Every attempt ends with
 * a look at both: the attacker's next cell works, and the neighbour has what they had.
 */
export class Arena {
  readonly #limits: Partial<Limits>;
  #seats: { server: RunningServer; attacker: Learner; neighbour: Learner } | null = null;

  constructor(limits: Partial<Limits>) {
    this.#limits = limits;
  }

  get server(): RunningServer {
    return this.#seat.server;
  }

  get attacker(): Learner {
    return this.#seat.attacker;
  }

  get neighbour(): Learner {
    return this.#seat.neighbour;
  }

  get #seat() {
    if (!this.#seats) throw new Error('The arena has not been opened.');
    return this.#seats;
  }

  async open(): Promise<void> {
    const server = await startTestServer({ limits: { spares: 0, ...this.#limits } });
    const [attacker, neighbour] = [new Learner(server), new Learner(server)];
    this.#seats = { server, attacker, neighbour };
    const begun = await Promise.all([
      attacker.run(`${CONNECT}\nlet kept = 42;`),
      neighbour.run(`${CONNECT}\nlet mine = 'safe';\nawait client.set('mine', 'private');`),
    ]);
    expect(begun).toMatchObject([{ status: 'ok' }, { status: 'ok' }]);
  }

  async close(): Promise<void> {
    await this.#seats?.server.close();
  }

  /** Runs an attempt to its end; its kernel must be none the worse for it. */
  async held(source: string): Promise<Shown> {
    const { generation } = this.attacker.view.kernel;
    const shown = await this.attacker.run(source);
    await this.#nextCellWorks(generation);
    return shown;
  }

  /** Runs an attempt that nothing but Stop ends; variables must be kept. */
  async heldByStop(source: string): Promise<Shown> {
    const { generation } = this.attacker.view.kernel;
    const shown = await this.#stop(source);
    await this.#nextCellWorks(generation);
    return shown;
  }

  /** Runs an attempt that costs the attacker their kernel, and nobody else anything. */
  async costsKernel(source: string): Promise<Shown> {
    const { generation } = this.attacker.view.kernel;
    const shown = await this.attacker.run(source);
    await this.#isReplaced(generation);
    return shown;
  }

  /** The same, for an attempt that nothing but Stop ends. */
  async stopCostsKernel(source: string): Promise<Shown> {
    const { generation } = this.attacker.view.kernel;
    const shown = await this.#stop(source);
    await this.#isReplaced(generation);
    return shown;
  }

  /** Runs an attempt that ends with or without its kernel: that depends on the moment. */
  async endsSomehow(source: string): Promise<Shown> {
    const { generation } = this.attacker.view.kernel;
    const shown = await this.attacker.run(source);
    await this.#goesOn(generation);
    return shown;
  }

  /** The same, for an attempt that Stop ends. */
  async stoppedSomehow(source: string): Promise<void> {
    const { generation } = this.attacker.view.kernel;
    await this.#stop(source);
    await this.#goesOn(generation);
  }

  /** Runs an attempt after which only Restart is sure to help; both may take what bounds them. */
  async restartHelps(source: string): Promise<void> {
    const id = this.attacker.begin(source);
    await this.attacker.until(({ runs }) =>
      runs.find((run) => run.id === id && run.status !== 'queued'),
    );
    await this.attacker.session.restart();
    await this.attacker.until(({ kernel }) => (kernel.state === 'ready' ? true : undefined));
    await this.attacker.run(`${CONNECT}\nlet kept = 42;`);
    await this.#nextCellWorks(this.attacker.view.kernel.generation);
  }

  /** The neighbour has their kernel, their variable and their data. */
  async neighbourIsUnharmed(): Promise<void> {
    const { value } = await this.neighbour.run("[mine, await client.get('mine')]");
    expect(value).toBe("[ 'safe', 'private' ]");
    expect(this.neighbour.view.kernel.generation).toBe(1);
  }

  /** Begins a cell that tells when it is at it, and stops it then. */
  async #stop(source: string): Promise<Shown> {
    const id = this.attacker.begin(source.includes(AT_IT) ? source : `${AT_IT}\n${source}`);
    await this.attacker.until(({ runs }) =>
      runs.find((run) => run.id === id && run.outputs.length > 0),
    );
    await this.attacker.session.stop(id);
    const shown = await this.attacker.ended(id);
    expect(shown.status).toBe('stopped');
    return shown;
  }

  async #nextCellWorks(generation: number): Promise<void> {
    const { error, value } = await this.attacker.run('[kept, await client.ping()]');
    const { kernel } = this.attacker.view;
    expect({ error, value, kernel }).toMatchObject({
      error: null,
      value: "[ 42, 'PONG' ]",
      kernel: { generation },
    });
    await this.neighbourIsUnharmed();
  }

  async #goesOn(generation: number): Promise<void> {
    const { value } = await this.attacker.run('typeof kept');
    if (value === "'number'") await this.#nextCellWorks(generation);
    else await this.#isReplaced(generation);
  }

  async #isReplaced(generation: number): Promise<void> {
    const { notice } = await this.attacker.until(({ kernel }) =>
      kernel.state === 'ready' && kernel.generation > generation ? kernel : undefined,
    );
    expect(notice).toContain('replaced');
    expect((await this.attacker.run('typeof kept')).value).toBe("'undefined'");
    await this.attacker.run(`${CONNECT}\nlet kept = 42;`);
    await this.#nextCellWorks(generation + 1);
  }
}

/** Gives a test file an arena of its own. */
export function useArena(limits: Partial<Limits> = {}): Arena {
  const arena = new Arena(limits);
  beforeAll(() => arena.open());
  afterAll(() => arena.close());
  return arena;
}

/** A module of Node that the notebook does not offer, as a cell still gets at it. */
export const builtin = (name: string) => `process.getBuiltinModule('node:${name}')`;

/** An import that is hidden from the server's rewriting. */
export const hiddenImport = (specifier: string) =>
  `(await new Function("return import('${specifier}')")())`;

/** What a cell reads when it reaches for something that it may not have. */
export const DENIED = /^NotCapable: A cell reaches its own Redis and nothing else/;

/** The name and the message of the error that a run ended with. */
export const told = ({ error }: Shown) => `${error?.name}: ${error?.message}`;
