import { expect } from 'vitest';
import type { NotebookPage } from './notebook-page.ts';

/** Runs texts in the first cell, one after the other. */
export async function runTexts(notebook: NotebookPage, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await notebook.write('connect', text);
    const status = await notebook.run('connect');
    if (status !== 'ok') expect.fail(`${status}: ${await notebook.output('connect')}`);
  }
}
