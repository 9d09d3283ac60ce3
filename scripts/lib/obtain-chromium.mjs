import { Failure } from './failure.mjs';
import { CHROMIUM_MISSING, findChromium } from './find-chromium.mjs';
import { onPath } from './on-path.mjs';
import { runProgram } from './run-program.mjs';

/** Debian's packages, the one that is asked for first; older releases have only the other. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/**
 * Finds a Chromium, or installs Debian's where we are root (a container, a build machine).
 * Throws Failure with what to do.
 * @param {import('./steps.mjs').Steps} steps
 * @returns {Promise<string>}
 */
export async function obtainChromium(steps) {
  const found = findChromium();
  if (found) return found;
  const apt = onPath('apt-get');
  if (process.env['CHROMIUM'] || !apt || process.getuid?.() !== 0)
    throw new Failure(CHROMIUM_MISSING);
  await steps.run('Installing Chromium', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram(apt, ['update'], { env });
    let output = '';
    for (const name of PACKAGES) {
      ({ output } = await runProgram(apt, ['install', '-y', '--no-install-recommends', name], {
        env,
      }));
      if (findChromium()) return;
    }
    throw new Failure(CHROMIUM_MISSING, output);
  });
  return findChromium() ?? '';
}
