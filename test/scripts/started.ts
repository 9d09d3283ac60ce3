import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { WebSocket } from 'ws';
import { PROTOCOL } from '../../core/protocol/version.ts';
import { ServerMessage } from '../../core/protocol/server-message.ts';
import { parse } from 'valibot';
import { ROOT } from '../structure/project-files.ts';

/** A server that was started as `npm start` does, leader of a process group of its own. */
export interface Started {
  url: string;
  /** Sends a signal and resolves with the exit code, or the signal's name when it died of it. */
  stop(signal: NodeJS.Signals): Promise<number | string>;
  /** Does what Ctrl+C in a terminal does: sends SIGINT to the whole group. */
  interrupt(): void;
  /** Whether any process of its group is still there. */
  isAnyoneLeft(): boolean;
}

/**
 * Starts it on a free port, with `temporary` as its temporary folder, and waits until it listens.
 * `throughShell`: as npm does, so that signals reach a shell and not the server.
 */
export async function start(temporary: string, throughShell = false): Promise<Started> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: '0',
    // Longer than any test takes: a cell that is to finish does so on the busiest machine.
    STREAMBOOK_DRAIN_MS: '600000',
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
  };
  const script = path.join(ROOT, 'scripts', 'start.mjs');
  const command = throughShell ? 'sh' : process.execPath;
  const args = throughShell ? ['-c', '"$0" "$1"; true', process.execPath, script] : [script];
  if (throughShell) env['npm_lifecycle_event'] = 'start';
  else delete env['npm_lifecycle_event'];
  const child = spawn(command, args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await printedUrl(child);
  return {
    url,
    async stop(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code, name] = await ended;
      return code ?? name;
    },
    interrupt() {
      process.kill(-(child.pid ?? 0), 'SIGINT');
    },
    isAnyoneLeft() {
      try {
        return process.kill(-(child.pid ?? 0), 0);
      } catch {
        return false;
      }
    },
  };
}

async function printedUrl(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    if (url) {
      child.stdout?.resume();
      return url;
    }
  }
  throw new Error(`it ended before it listened: ${printed}`);
}

/** Begins a session, so that a kernel and a Redis are there, and resolves when both are. */
export async function openSession(url: string): Promise<WebSocket> {
  const socket = new WebSocket(new URL('/session', url.replace('http', 'ws')), {
    origin: new URL(url).origin,
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, session: null }));
  const [data] = await once(socket, 'message');
  const message = parse(ServerMessage, JSON.parse(String(data)));
  if (message.type !== 'welcome') throw new Error(`not welcome: ${String(data)}`);
  return socket;
}
