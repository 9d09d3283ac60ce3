import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { inRoot } from '../../scripts/lib/root.mjs';
import { startTestRedis } from '../../test/support/redis.ts';

const Measured = v.object({
  /** Of cells with one command, in ms. */
  times: v.array(v.number()),
  /** From the start of a kernel to its first answer, in ms. */
  starts: v.array(v.number()),
  /** Of one kernel, in bytes. */
  memory: v.array(v.number()),
});
export type JupyterFigures = v.InferOutput<typeof Measured>;

/** The one on PATH may be another than the system's, which has the distribution's packages. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** The exit code that says that something is not installed. */
const NOT_INSTALLED = 3;
const MAX_MS = 5 * 60_000;

/**
 * The same kind of cell in Jupyter kernels, at the same pace.
 * @returns a sentence that says what is missing where they are not installed
 */
export async function measureJupyter(
  kernels: number,
  cells: number,
): Promise<JupyterFigures | string> {
  const redis = await startTestRedis();
  try {
    const { port } = new URL(redis.url);
    for (const python of PYTHONS) {
      const figures = await measureWith(python, [String(kernels), String(cells), port]);
      if (figures !== null) return figures;
    }
    return 'Jupyter kernels are not installed, so there is no comparison (Debian: apt-get install python3-ipykernel python3-jupyter-client python3-redis).';
  } finally {
    await redis.stop();
  }
}

/** null when this Python is not there, or does not have what it takes. */
async function measureWith(python: string, args: string[]): Promise<JupyterFigures | null> {
  try {
    const script = inRoot('bench', 'room', 'jupyter.py');
    const { stdout } = await promisify(execFile)(python, [script, ...args], { timeout: MAX_MS });
    return v.parse(Measured, JSON.parse(stdout));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === NOT_INSTALLED || code === 'ENOENT') return null;
    throw error;
  }
}
