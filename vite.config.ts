import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { cellTypesPlugin } from './src/build/cell-types-plugin.ts';
import { earlyScript } from './src/build/early-script.ts';
import { editorInWindow } from './src/build/editor-in-window.ts';
import { patternsPlugin } from './src/build/patterns-plugin.ts';
import { recordedPlugin } from './src/build/recorded-plugin.ts';
import { tutorialPlugin } from './src/build/tutorial-plugin.ts';
import { withoutEditor } from './src/build/without-editor.ts';

/** The folder of lessons; set by scripts/lib/lessons.mjs. */
const own = `${import.meta.dirname}/tutorial`;
const lessons = process.env['STREAMBOOK_LESSONS'] || own;

/** The page: client build, and the same sources rendered to HTML at build time. */
export default defineConfig({
  plugins: [
    svelte(),
    tutorialPlugin(lessons, own),
    recordedPlugin(lessons),
    cellTypesPlugin(),
    patternsPlugin(),
    withoutEditor(),
    editorInWindow(),
    earlyScript(),
  ],
  build: {
    outDir: 'dist/client',
    target: 'es2023',
    // The server compresses; a report of sizes here would only cost time.
    reportCompressedSize: false,
  },
  // A build does not give workers the plugins of the page.
  worker: { format: 'es', plugins: () => [cellTypesPlugin()] },
  optimizeDeps: {
    // Monaco is imported late; found at the start, it does not make the page reload when it comes.
    entries: ['index.html', 'src/monaco/*.ts', 'src/language/language.worker.ts'],
    rolldownOptions: { plugins: [editorInWindow()] },
  },
});
