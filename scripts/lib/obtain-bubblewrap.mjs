import { onPath } from './on-path.mjs';
import { runProgram } from './run-program.mjs';
import { withSource } from './with-source.mjs';

/**
 * Brings what the tests of the second wall need: Debian's package where we are root, otherwise the same
 * package unpacked into our cache. Says why when there is still no wall: those tests fail then.
 * @param {import('./steps.mjs').Steps} steps
 */
export async function obtainBubblewrap(steps) {
  if (process.platform !== 'linux') return;
  const apt = onPath('apt-get');
  if (!onPath('bwrap') && apt && process.getuid?.() === 0) {
    await steps.run('Installing bubblewrap', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await runProgram(apt, ['update'], { env });
      await runProgram(apt, ['install', '-y', '--no-install-recommends', 'bubblewrap'], { env });
    });
  }
  const progress = (/** @type {string} */ line) => steps.note(line);
  await withSource('server/sandbox/bwrap-binary.ts', (source) =>
    source.obtainBwrap(progress),
  ).catch((/** @type {unknown} */ error) => steps.note(String(error)));
  const { wall, reason } = await withSource('server/sandbox/find-sandbox.ts', (source) =>
    source.findSandbox(),
  );
  steps.note(wall ? 'Tests run behind bubblewrap.' : `Tests run without a second wall: ${reason}.`);
}
