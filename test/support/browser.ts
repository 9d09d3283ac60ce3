import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_MISSING, findChromium } from '../../scripts/lib/find-chromium.mjs';

/**
 * No sandbox, since tests may run as root; nothing that talks to the network by itself; letters drawn as
 * a Chromium with windows draws them.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=slight',
];

/**
 * Starts a headless Chromium; whoever opens it closes it with `await browser.close()`.
 * @param flags of its command line, beside those that all tests need
 * @throws when there is none, with a sentence that says how to get one
 */
export async function openBrowser(...flags: string[]): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(CHROMIUM_MISSING);
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...flags] });
}

let shared: Promise<Browser> | null = null;

/** The browser of this process, for whoever wants only a context of its own; it ends with the process. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= openBrowser();
  return shared;
}
