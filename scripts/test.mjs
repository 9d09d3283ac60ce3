import { Failure, runScript } from './lib/failure.mjs';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { install } from './lib/install.mjs';
import { endWithNpm } from './lib/end-with-npm.mjs';
import { requireNode } from './lib/node-version.mjs';
import { Steps } from './lib/steps.mjs';

// Everything from nothing: packages, Redis, Chromium, checks, tests; the last line counts them all.
// With arguments, only the tests that they choose: `npm test -- walrus`.
requireNode();
endWithNpm();
const chosen = process.argv.slice(2);
const steps = new Steps();

/**
 * Gets what tests need; when that fails, says how to get it and goes on: other tests do not need it.
 * @template T
 * @param {() => Promise<T>} obtain
 * @returns {Promise<T | null>}
 */
async function obtained(obtain) {
  try {
    return await obtain();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.details) console.log(error.details);
    console.log(`✗ ${error.message}`);
    return null;
  }
}

await runScript(async () => {
  await install(steps, { dev: true });
  const { CHECKS, runChecks } = await import('./lib/checks.mjs');
  const { obtainChromium } = await import('./lib/obtain-chromium.mjs');
  const { obtainRedis } = await import('./lib/obtain-redis.mjs');
  const { obtainBubblewrap } = await import('./lib/obtain-bubblewrap.mjs');
  const { runVitest } = await import('./lib/run-vitest.mjs');

  await obtained(() => obtainRedis(steps));
  await obtained(() => obtainBubblewrap(steps));
  const env = { ...process.env };
  const count = { passed: 0, failed: 0 };
  const needsBrowser = chosen.length === 0 || chosen.some((word) => word.includes('browser'));
  if (needsBrowser) {
    const chromium = await obtained(() => obtainChromium(steps));
    if (chromium) env['CHROMIUM'] = chromium;
  }
  const add = (/** @type {{ passed: number, failed: number }} */ { passed, failed }) => {
    count.passed += passed;
    count.failed += failed;
  };
  const [build, ...others] = CHECKS;
  // One check at a time, beside the build and then beside the tests: neither keeps two processors busy.
  const checks = chosen.length === 0 ? runChecks(others) : { passed: 0, failed: 0 };
  if (chosen.length === 0) add(await runChecks([build]));
  else if (needsBrowser) await ensureBuilt(steps);
  const tests = await runVitest(chosen, env);
  add(tests);
  add(await checks);
  if (chosen.length === 0 && tests.skipped > 0) {
    console.log(`✗ ${tests.skipped} tests were skipped: a test runs or is removed`);
    count.failed += tests.skipped;
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
}, '0 passed, 1 failed');
