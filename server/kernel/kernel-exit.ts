/** Why a kernel process is gone. */
export interface KernelExit {
  reason: 'memory' | 'ended';
  /** A sentence for the learner. */
  notice: string;
}

/** Tells from how a kernel process ended, and from what it printed last, why it did. */
export function kernelExit(
  code: number | null,
  signal: string | null,
  stderr: string,
  heapMb: number,
): KernelExit {
  if (
    /out of memory|heap limit|invalid (array|string|table) (length|size)|Fatal process/i.test(
      stderr,
    )
  ) {
    return {
      reason: 'memory',
      notice: `The kernel ran out of memory (it may use ${heapMb} MB) and was replaced. Variables are gone, Redis is as it was.`,
    };
  }
  const how = signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`;
  return {
    reason: 'ended',
    notice: `The kernel ended unexpectedly (${how}) and was replaced. Variables are gone, Redis is as it was.`,
  };
}

/** Said when Stop had to end the kernel itself. */
export const KILLED_NOTICE =
  'The cell could not be stopped in any gentler way, so its kernel was ended and replaced. Variables are gone, Redis is as it was.';
