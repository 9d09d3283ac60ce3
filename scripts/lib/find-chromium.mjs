import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isExecutable, onPath } from './on-path.mjs';

/** First the one without windows: it costs a third less of the machine for the same pages. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const INSTALLED = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    path.join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
};

/** The one sentence for a machine that has no Chromium. */
export const CHROMIUM_MISSING =
  'The browser tests need Chromium and found none: run `npx playwright-core install chromium`, or set CHROMIUM to the path of a Chromium or Chrome.';

/**
 * A Chromium or Chrome: the variable CHROMIUM, one on PATH, one where installers put it, one that
 * Playwright downloaded. null when there is none.
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  if (named) return isExecutable(named) ? named : null;
  for (const name of NAMES) {
    const found = onPath(name);
    if (found) return found;
  }
  const usual =
    process.platform === 'darwin' || process.platform === 'win32'
      ? INSTALLED[process.platform]
      : [];
  return [...usual, ...playwrightDownloads()].find(isExecutable) ?? null;
}

/** What Playwright has downloaded for this user, newest first. */
function playwrightDownloads() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  versions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return versions.flatMap((version) => inside.map((file) => path.join(folder, version, file)));
}

function playwrightFolder() {
  const set = process.env['PLAYWRIGHT_BROWSERS_PATH'];
  if (set) return set;
  const home = os.homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'ms-playwright');
  if (process.platform === 'win32') {
    return path.join(process.env['LOCALAPPDATA'] ?? home, 'ms-playwright');
  }
  return path.join(process.env['XDG_CACHE_HOME'] ?? path.join(home, '.cache'), 'ms-playwright');
}
