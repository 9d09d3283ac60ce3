import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { vi } from 'vitest';
import { denoBinary } from '../../server/kernel/deno-binary.ts';
import { onFreePorts } from '../support/on-free-ports.ts';
import { ZmtpSocket } from './zmtp.ts';

const DELIMITER = '<IDS|MSG>';
const KEY = 'only here';

const Header = v.object({ msg_type: v.string() });
const Parent = v.object({ msg_id: v.optional(v.string(), '') });
const Content = v.object({
  execution_state: v.optional(v.string()),
  name: v.optional(v.string()),
  text: v.optional(v.string()),
  data: v.optional(v.object({ 'text/plain': v.optional(v.string(), '') })),
  ename: v.optional(v.string()),
  evalue: v.optional(v.string()),
});

/** Something that a kernel has published. */
interface Published {
  type: string;
  parent: string;
  content: v.InferOutput<typeof Content>;
}

/** What a cell has shown. */
export interface Executed {
  /** What it printed, without colours. */
  stdout: string;
  stderr: string;
  /** Its value as a text, without colours; empty for null and undefined. */
  value: string;
  /** Name and message; null when it went well. */
  error: string | null;
}

/** Deno's own kernel for Jupyter, spoken to as Jupyter does. */
export class DenoKernel {
  readonly #child: ChildProcess;
  readonly #shell: ZmtpSocket;
  readonly #published: ZmtpSocket;
  readonly #heard: Published[] = [];
  #wake: () => void = () => undefined;

  private constructor(child: ChildProcess, shell: ZmtpSocket, published: ZmtpSocket) {
    this.#child = child;
    this.#shell = shell;
    this.#published = published;
    published.onmessage = (frames) => {
      this.#heard.push(readMessage(frames));
      this.#wake();
    };
  }

  /** Starts a kernel in the folder of its notebook. */
  static start(folder: string, env: Record<string, string>): Promise<DenoKernel> {
    return onFreePorts(5, (shell_port = 0, iopub_port = 0, stdin_port, control_port, hb_port) =>
      DenoKernel.#startAt(
        { shell_port, iopub_port, stdin_port, control_port, hb_port },
        folder,
        env,
      ),
    );
  }

  static async #startAt(
    ports: { shell_port: number; iopub_port: number; [name: string]: number | undefined },
    folder: string,
    env: Record<string, string>,
  ): Promise<DenoKernel | null> {
    const connection = path.join(folder, `connection-${ports.shell_port}.json`);
    const scheme = { transport: 'tcp', ip: '127.0.0.1', signature_scheme: 'hmac-sha256', key: KEY };
    await writeFile(connection, JSON.stringify({ ...scheme, ...ports }));
    const child = spawn(denoBinary(), ['jupyter', '--quiet', '--kernel', '--conn', connection], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    const open = (port: number, type: 'DEALER' | 'SUB') =>
      vi.waitUntil(
        async () =>
          child.exitCode !== null || (await ZmtpSocket.connect(port, type).catch(() => null)),
        50_000,
      );
    const shell = await open(ports.shell_port, 'DEALER');
    const published = await open(ports.iopub_port, 'SUB');
    if (shell === true || published === true) {
      if (/in use/i.test(log)) return null;
      throw new Error(`Deno's kernel has ended: ${log}`);
    }
    const kernel = new DenoKernel(child, shell, published);
    // Nothing that is published before the kernel knows of our wish to hear it arrives.
    await vi.waitUntil(
      () => {
        kernel.#send('kernel_info_request', {});
        return kernel.#heard.length > 0;
      },
      { timeout: 50_000, interval: 100 },
    );
    return kernel;
  }

  /**
   * Runs a cell to its end.
   * @returns what gives what it has shown: the kernel may tell of what was printed after it has ended
   */
  async execute(code: string): Promise<() => Executed> {
    const rest = { silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
    const id = this.#send('execute_request', { code, ...rest, stop_on_error: true });
    const own = () => this.#heard.filter(({ parent }) => parent === id);
    while (!own().some(({ content }) => content.execution_state === 'idle'))
      await new Promise<void>((resolve) => (this.#wake = resolve));
    return () => whatIsShown(own());
  }

  async stop(): Promise<void> {
    this.#shell.close();
    this.#published.close();
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  #send(type: string, content: object): string {
    const id = randomUUID();
    const who = { session: 'test', username: 'test', date: new Date().toISOString() };
    const header = { msg_id: id, msg_type: type, version: '5.3', ...who };
    const parts = [header, {}, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
    const signature = createHmac('sha256', KEY).update(Buffer.concat(parts)).digest('hex');
    this.#shell.send([Buffer.from(DELIMITER), Buffer.from(signature), ...parts]);
    return id;
  }
}

function readMessage(frames: readonly Buffer[]): Published {
  const texts = frames.map((frame) => frame.toString());
  const at = texts.indexOf(DELIMITER);
  const part = (index: number): unknown => JSON.parse(texts[at + 2 + index] ?? '{}');
  return {
    type: v.parse(Header, part(0)).msg_type,
    parent: v.parse(Parent, part(1)).msg_id,
    content: v.parse(Content, part(3)),
  };
}

function whatIsShown(published: readonly Published[]): Executed {
  const texts = (name: string) =>
    published.map(({ content }) => (content.name === name ? (content.text ?? '') : '')).join('');
  const values = published.map(({ content }) => content.data?.['text/plain'] ?? '').join('');
  const error = published.find(({ type }) => type === 'error')?.content;
  return {
    stdout: plain(texts('stdout')),
    stderr: plain(texts('stderr')),
    value: plain(values),
    error: error ? plain(`${error.ename}: ${error.evalue}`) : null,
  };
}

/** A text without the colours that Deno gives it. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- colours are control characters
  return text.replace(/\x1b\[[\d;]*m/g, '');
}
