import path from 'node:path';
import { createServer } from 'vite';
import { lessonsFolder } from '../lessons.mjs';
import { inRoot, ROOT } from '../root.mjs';
import { pageHandler } from './page.mjs';
import { ReloadingServer } from './reloading-server.mjs';
import { sourcesOf } from './sources.mjs';

const QUIET_MS = 100;

/** Runs page and server until somebody presses Ctrl+C. */
export async function develop() {
  const vite = await createServer({
    root: ROOT,
    configFile: inRoot('vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true },
    resolve: { alias: [{ find: /^walrus$/, replacement: inRoot('walrus', 'index.ts') }] },
  });
  const page = sourcesOf(vite);
  const server = new ReloadingServer(sourcesOf(vite), pageHandler(vite, page));
  await server.start();

  /** @type {NodeJS.Timeout | undefined} */
  let quiet;
  vite.watcher.on('all', (_event, file) => {
    const isLesson = path.dirname(file) === lessonsFolder();
    const [folder = ''] = path.relative(ROOT, file).split(path.sep);
    if (isLesson) page.forget('\0virtual:tutorial');
    else if (['src', 'core'].includes(folder)) page.forget();
    if (!['server', 'core', 'walrus'].includes(folder) || /\.test\.ts$/.test(file)) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => void server.reload(), QUIET_MS);
  });

  const stop = async () => {
    clearTimeout(quiet);
    await server.stop();
    await vite.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop());
}
