/** Why a kernel process is gone, in a sentence for the learner. */
export function exitNotice(
  code: number | null,
  signal: string | null,
  stderr: string,
  heapMb: number,
): string {
  if (
    /out of memory|heap limit|invalid (array|string|table) (length|size)|Fatal process/i.test(
      stderr,
    )
  ) {
    return `The kernel ran out of memory (it may use ${heapMb} MB) and was replaced. Variables are gone, Redis is as it was.`;
  }
  const how = signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`;
  return `The kernel ended unexpectedly (${how}) and was replaced. Variables are gone, Redis is as it was.`;
}

/** Said when Stop had to end the kernel itself. */
export const KILLED_NOTICE =
  'The cell could not be stopped in any gentler way, so its kernel was ended and replaced. Variables are gone, Redis is as it was.';
