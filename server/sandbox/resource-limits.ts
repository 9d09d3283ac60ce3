const MB = 1024 * 1024;

/** Bounds of one process, set by the system (setrlimit). */
export interface ResourceLimits {
  /** Private memory that can be written, whatever for: heap, buffers, WebAssembly, stacks of threads. */
  readonly memoryMb: number;
  /** Processes and threads, counted inside a user namespace of its own; not in force without one. */
  readonly threads: number;
  readonly openFiles: number;
  /** The largest file that it may write. */
  readonly fileMb: number;
}

/** What prlimit is given before the program: everything but the threads, and no core files. */
export function prlimitArguments({ memoryMb, openFiles, fileMb }: ResourceLimits): string[] {
  return [
    `--data=${memoryMb * MB}`,
    `--nofile=${openFiles}`,
    `--fsize=${fileMb * MB}`,
    '--core=0',
    '--msgqueue=0',
    '--memlock=0',
  ];
}
