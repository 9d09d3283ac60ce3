import { execFile } from 'node:child_process';

/** How a command is run. */
export interface CommandOptions {
  /** Folder to run it in; this process's own by default. */
  cwd?: string;
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  /** Killed after so many milliseconds. */
  timeout: number;
}

/**
 * Runs a program without a shell and resolves with its standard output.
 * Rejects when it cannot be started, ends with another code than 0, or takes too long; the message
 * holds the last line that it wrote to standard error.
 */
export function runCommand(file: string, args: string[], options: CommandOptions): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', ...options.env };
  return new Promise((resolve, reject) => {
    const settings = {
      cwd: options.cwd,
      env,
      timeout: options.timeout,
      maxBuffer: 16 * 1024 * 1024,
    };
    const child = execFile(file, args, settings, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const why = error.killed ? `stopped after ${options.timeout / 1000} s` : lastLine(stderr);
      reject(new Error(`${file}: ${why || error.message}`, { cause: error }));
    });
    child.stdin?.end();
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
