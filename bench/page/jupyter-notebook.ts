import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onPath } from '../../server/redis/binary/on-path.ts';
import type { NotebookSite } from './notebook-site.ts';
import { until } from './until.ts';

const START_MS = 60_000;
const CODE = 'import time\ntime.time_ns()';

/** Jupyter Notebook of this machine, on a port of its own; null where it is not installed. */
export async function startJupyterNotebook(): Promise<NotebookSite | null> {
  const program = await onPath('jupyter-notebook', process.env);
  if (program === null) return null;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'streambook-jupyter-'));
  const child = spawn(
    program,
    [
      '--no-browser',
      '--allow-root',
      '--ip=127.0.0.1',
      '--NotebookApp.token=',
      '--NotebookApp.password=',
      `--notebook-dir=${folder}`,
    ],
    // Its own settings and history stay out of the home folder, and those of others out of it.
    { env: { ...process.env, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  let count = 0;
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  let url: string;
  try {
    url = await address(child);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: 'Jupyter Notebook',
    async fresh() {
      const file = `bench-${++count}.ipynb`;
      await writeFile(path.join(folder, file), notebook());
      return new URL(`notebooks/${file}`, url).href;
    },
    ready: (page) =>
      until(
        page,
        `globalThis.Jupyter?.notebook?.kernel?.is_connected() &&
          document.querySelector('#kernel_indicator_icon.kernel_idle_icon') !== null`,
      ),
    // It has its code since it was opened.
    prepare: () => Promise.resolve(),
    press: '() => Jupyter.notebook.execute_cells([0])',
    cell: '.cell',
    output: '.output_subarea',
    close,
  };
}

/** Where it listens, as it says itself. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(
      () => reject(new Error(`Jupyter Notebook did not start in ${START_MS} ms:\n${said}`)),
      START_MS,
    );
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000);
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (!url) return;
      clearTimeout(late);
      resolve(url);
    });
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`Jupyter Notebook ended at once:\n${said}`));
    });
  });
}

function notebook(): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python' },
    },
    cells: [
      {
        id: 'time',
        cell_type: 'code',
        source: CODE,
        metadata: {},
        outputs: [],
        execution_count: null,
      },
    ],
  });
}
