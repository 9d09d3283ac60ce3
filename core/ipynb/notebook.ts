/** A notebook in Jupyter's format 4.5, as far as ours use it. */
export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: {
    kernelspec: { name: string; display_name: string; language: string };
    language_info: { name: string; file_extension: string; mimetype: string };
    title: string;
  };
  cells: NotebookCell[];
}

/** One cell. A text is told as its lines, each with its end. */
export type NotebookCell =
  | { cell_type: 'markdown'; id: string; metadata: object; source: string[] }
  | {
      cell_type: 'code';
      id: string;
      metadata: { streambook: OwnMetadata; jupyter?: { source_hidden: boolean } };
      execution_count: number | null;
      source: string[];
      outputs: NotebookOutput[];
    };

/** What we note of a cell of code, so that it can come back as it was. */
export interface OwnMetadata {
  /**
   * `cell`: a cell of the notebook. `library`: writes what the others import. `arrived`: shows what a cell
   * that waits has waited for. The latter two are there for Jupyter only.
   */
  kind: 'cell' | 'library' | 'arrived';
  /** The slug of the cell. */
  cell?: string;
  /** Its text in Streambook, where that is another one. */
  text?: string;
  /** hashSource() of what was made of that text: it is not to be believed of a text that was edited. */
  made?: string;
}

/** What a cell has shown. */
export type NotebookOutput =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: string[] }
  | {
      output_type: 'execute_result';
      execution_count: number;
      data: { 'text/plain': string[] };
      metadata: object;
    }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

/** A text as a notebook has it: its lines, each with its end. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
