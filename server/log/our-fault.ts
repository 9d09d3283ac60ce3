/**
 * A sentence for the learner about a fault of ours, with the id under which it stands in the log.
 * @param what `A kernel could not be started`
 * @param then what to do: `Press Restart to try again.`
 */
export function ourFault(what: string, id: string, then: string): string {
  return `${what}: this is our fault (id ${id}), and your text is safe. ${then}`;
}
