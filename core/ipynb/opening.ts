import type { Dialect } from '../lesson/lesson.ts';
import { LIBRARY_FILE } from './deno-names.ts';
import { linesOf, type NotebookCell } from './notebook.ts';

/** A cell that has no id yet. */
type Unnamed = NotebookCell extends infer Cell
  ? Cell extends NotebookCell
    ? Omit<Cell, 'id'>
    : never
  : never;

/** What stands above the first lesson: what the notebook is, what it takes, and the library. */
export function opening(title: string, dialect: Dialect, library: string): Unnamed[] {
  const about = `# ${title}

This notebook was made by Streambook. It is run by Deno's kernel for Jupyter (\`deno jupyter --install\`), and talks to the Redis that the environment variable \`REDIS_URL\` names, or to \`redis://127.0.0.1:6379\`. Use one that has no data of yours: cells delete and trim keys as the lessons say. What stands under the cells was recorded, with times and ids of an example.`;
  const first: Unnamed = { cell_type: 'markdown', metadata: {}, source: linesOf(about) };
  if (dialect !== 'walrus') return [first];
  return [
    first,
    {
      cell_type: 'code',
      metadata: { streambook: { kind: 'library' }, jupyter: { source_hidden: true } },
      execution_count: null,
      source: linesOf(
        `// The library that the cells below import. It is not on npm: this writes it beside the notebook.
await Deno.writeTextFile('${LIBRARY_FILE}', ${asTemplate(library)});`,
      ),
      outputs: [],
    },
  ];
}

/** A text as a literal that keeps its lines. */
function asTemplate(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
