import type { Sandbox } from './sandbox.ts';

/** One line for the log: what stands around kernels and Redis, or why nothing does. */
export function describeSandbox({ wall, reason }: Sandbox): string {
  return wall
    ? 'Cells run behind bubblewrap: no network, no files, no other processes.'
    : `Cells run behind Deno’s permissions alone: ${reason}.`;
}
