import type { Readable } from 'node:stream';

/**
 * The pid of the program, from what bubblewrap writes to --info-fd.
 * @throws Error when it ends without having made anything
 */
export function readPid(info: Readable): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    info.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const pid = /"child-pid": (\d+)/.exec(text)?.[1];
      if (pid !== undefined) resolve(Number(pid));
    });
    info.once('error', reject);
    info.once('close', () => reject(new Error('bubblewrap has made no namespaces.')));
  });
}
