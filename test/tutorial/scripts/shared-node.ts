import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { writeForNode, type Ended } from './run-script.ts';
import type { ScriptFolder } from './script-folder.ts';

const CHILD = fileURLToPath(new URL('shared-node-child.mjs', import.meta.url));
/** A script that waits for longer will never end. */
const LONGEST_MS = 40_000;
const Told = v.object({
  code: v.number(),
  stdout: v.string(),
  stderr: v.string(),
  /** Connections that it has not closed. */
  open: v.number(),
});

/**
 * One Node.js that runs many scripts, one after the other: to start one for each takes longer than what they
 * do. What keeps a process of its own alive is counted instead.
 */
export class SharedNode {
  readonly #child;
  readonly #folder: ScriptFolder;

  constructor(folder: ScriptFolder) {
    this.#folder = folder;
    const { CI, PATH, HOME } = process.env;
    this.#child = fork(CHILD, { cwd: folder.path, env: { CI, PATH, HOME }, stdio: 'ignore' });
  }

  /** Runs a script, whose file nobody else may use; a connection that is left open is told as an error. */
  async run(script: { file: string; text: string }, redisUrl: string): Promise<Ended> {
    const file = await writeForNode(this.#folder, `shared-${script.file}`, script.text);
    const signal = AbortSignal.timeout(LONGEST_MS);
    const answer = once(this.#child, 'message', { signal });
    this.#child.send({ url: pathToFileURL(file).href, redis: redisUrl });
    const [message] = (await answer) as unknown[];
    const { open, ...ended } = v.parse(Told, message);
    if (open === 0) return ended;
    return { ...ended, stderr: `${ended.stderr}It leaves ${open} connections open.` };
  }

  end(): void {
    this.#child.kill();
  }
}
