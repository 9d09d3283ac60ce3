import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT } from '../structure/project-files.ts';

/** `npm run dev -- --lessons folder`, running. */
export interface StartedDev {
  url: string;
  /** All that it has printed. */
  printed(): string;
  /** Ends it, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** Starts the development server on a free port and waits until it listens. */
export async function startDev(lessons: string): Promise<StartedDev> {
  const script = path.join(ROOT, 'scripts', 'dev.mjs');
  const child = spawn(process.execPath, [script, '--lessons', lessons], {
    env: { ...process.env, PORT: '0', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Streambook, for development: (\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => reject(new Error(`it ended before it listened: ${printed}`)));
  });
  return {
    url,
    printed: () => printed,
    stop: async () => {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
