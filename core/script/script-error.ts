/** A cell cannot be made into a script; the message says why, for the learner. */
export class ScriptError extends Error {
  override name = 'ScriptError';
}
