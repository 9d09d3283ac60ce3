import { Failure, runScript } from './lib/failure.mjs';
import { takeLessons } from './lib/lessons.mjs';
import { requireNode } from './lib/node-version.mjs';
import { Steps } from './lib/steps.mjs';

requireNode();
await runScript(async () => {
  takeLessons('npm run build');
  const { buildAll } = await import('./lib/build/build-all.mjs');
  try {
    await buildAll(new Steps());
  } catch (error) {
    // What bundlers report tells file and line; their own stack tells nothing.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    throw new Failure(
      'The build failed: see above where.',
      mistakeIn(error.errors) ?? error.message,
    );
  }
});

/**
 * What is wrong in a lesson, without the bundler's words around it; null when that is not why.
 * @param {unknown} errors
 */
function mistakeIn(errors) {
  for (const error of Array.isArray(errors) ? errors : []) {
    if (error.plugin !== 'streambook:tutorial') continue;
    return [error.message, error.frame].filter(Boolean).join('\n');
  }
  return null;
}
