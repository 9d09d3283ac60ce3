import { expect } from 'vitest';
import type { NotebookPage } from './notebook-page.ts';

/** Runs texts in the first cell, one after the other. */
export async function runTexts(notebook: NotebookPage, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await notebook.write('connect', text);
    expect(await notebook.run('connect'), await notebook.output('connect')).toBe('ok');
  }
}
