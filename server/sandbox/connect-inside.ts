import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { joinArguments } from './join-script.ts';

/** Where Node's channel is among the descriptors of the helper. */
const CHANNEL = 3;

/**
 * Connects to a port of 127.0.0.1 in the network namespace of another process. A short-lived helper
 * makes the connection there; nothing stands between the two ends afterwards.
 * @param perl path of the interpreter
 * @throws Error with what the helper said
 */
export function connectInside(perl: string, pid: number, port: number): Promise<Socket> {
  const args = joinArguments(process.arch, pid, port, CHANNEL);
  if (!args) return Promise.reject(new Error(`No system calls are known for ${process.arch}.`));
  return new Promise((resolve, reject) => {
    const helper = spawn(perl, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let said = '';
    helper.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    helper.once('message', (_, socket) => {
      if (socket instanceof Socket) resolve(socket);
      // Otherwise the helper would wait for an answer that was lost.
      if (helper.connected) helper.disconnect();
    });
    helper.once('error', reject);
    helper.once('close', () =>
      reject(new Error(`No way to the kernel’s inspector: ${said.trim()}`)),
    );
  });
}
