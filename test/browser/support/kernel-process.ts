import { execFileSync } from 'node:child_process';

/** Kills the kernels that this process has started, as a machine short of memory would. */
export function killKernels(): void {
  const kernels = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , parent, command]) => Number(parent) === process.pid && command?.includes('deno'))
    .map(([, pid]) => Number(pid));
  if (kernels.length === 0) throw new Error('There is no kernel to be killed.');
  for (const pid of kernels) process.kill(pid, 'SIGKILL');
}
