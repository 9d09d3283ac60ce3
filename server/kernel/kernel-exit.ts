import { exitSignal } from './exit-signal.ts';

/** Why a kernel process is gone. */
export interface KernelExit {
  reason: 'memory' | 'ended' | 'broken' | 'cut';
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
    /out of memory|heap limit|invalid (array|string|table)? ?(length|size)|Fatal process/i.test(
      stderr,
    )
  ) {
    return {
      reason: 'memory',
      notice: `The kernel ran out of memory (it may use ${heapMb} MB) and was replaced. Variables are gone, Redis is as it was.`,
    };
  }
  const ended = exitSignal(code, signal);
  // What the system refuses memory to aborts without a word, unlike V8 and a panic of Deno.
  if (ended === 'SIGABRT' && !/panick/i.test(stderr)) {
    return {
      reason: 'memory',
      notice:
        'The kernel was aborted (signal SIGABRT), as it is when it gets no more memory, and was replaced: keep less in variables, or show less at once. Variables are gone, Redis is as it was.',
    };
  }
  const how = ended ? `signal ${ended}` : `exit code ${code ?? 'unknown'}`;
  return {
    reason: 'ended',
    notice: `The kernel ended unexpectedly (${how}) and was replaced. Variables are gone, Redis is as it was.`,
  };
}

/** Said when Stop had to end the kernel itself. */
export const KILLED_NOTICE =
  'The cell could not be stopped in any gentler way, so its kernel was ended and replaced. Variables are gone, Redis is as it was.';

/** When nothing can be read from it any more. */
export const BROKEN: KernelExit = {
  reason: 'broken',
  notice:
    'The result of this run could not be read: a cell has probably replaced something that the notebook itself needs, such as Promise or Array.prototype. The kernel was replaced. Variables are gone, Redis is as it was.',
};

/** When its inspector is closed while it lives: only a cell can have done that. */
export const CUT: KernelExit = {
  reason: 'cut',
  notice:
    'A cell has cut the connection between the notebook and its kernel, so the kernel was replaced. Variables are gone, Redis is as it was.',
};
