/** A file cannot be taken for a notebook; the message says why and what to do, for the learner. */
export class NotebookError extends Error {
  override name = 'NotebookError';
}
