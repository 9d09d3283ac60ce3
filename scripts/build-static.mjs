import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runScript } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { takeLessons } from './lib/lessons.mjs';
import { requireNode } from './lib/node-version.mjs';
import { Steps } from './lib/steps.mjs';

// `npm run build:static` makes a folder of the course that any host of static files can serve.
const COMMAND = 'npm run build:static';
const USAGE = `${COMMAND} takes: --out folder, where the site is made anew (static-site/ without it); --url https://…, its address, for search engines; --live https://…, where the course can be run; --lessons folder.`;

requireNode();
const steps = new Steps();

await runScript(async () => {
  const { out, url, live, lessons } = readOptions();
  takeLessons(COMMAND, lessons === undefined ? [] : ['--lessons', lessons]);
  // npm runs scripts in the project's folder, wherever it was called.
  const from = process.env['npm_lifecycle_event'] ? process.env['INIT_CWD'] : undefined;
  const folder = path.resolve(from ?? process.cwd(), out);
  const options = { address: addressOf('--url', url), live: addressOf('--live', live) };
  await install(steps, { dev: false });
  const { siteFolder } = await import('./lib/build/site-folder.mjs');
  const { buildStaticSite } = await import('./lib/build/static-site.mjs');
  process.env['NODE_ENV'] = 'production';
  let pages = 0;
  await steps.run('Building the static site', async () => {
    await mkdir(path.dirname(folder), { recursive: true });
    await siteFolder(folder, async (fresh) => {
      pages = await buildStaticSite(fresh, options);
    });
  });
  console.log(`${pages} pages stand in ${folder}: put that folder on any host of static files.`);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string', default: 'static-site' },
        url: { type: 'string' },
        live: { type: 'string' },
        lessons: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new Failure(USAGE, error instanceof Error ? error.message : '');
  }
}

/**
 * @param {string} option
 * @param {string | undefined} text
 * @returns {string | null} with a slash at the end
 */
function addressOf(option, text) {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Failure(
      `${option} needs a whole address, such as https://streams.school.example/, not "${text}".`,
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
