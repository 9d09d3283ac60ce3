/** A redis-server that answered `--version`. Spawn it with `{ env: { ...process.env, ...binary.env } }`. */
export interface RedisBinary {
  /** Absolute path, or the command as the learner's machine names it. */
  path: string;
  /** What it needs besides the environment of this process, such as LD_LIBRARY_PATH. */
  env: Record<string, string>;
  product: 'Redis' | 'Valkey';
  /** As it prints it: `7.0.15`. */
  version: string;
}

/** What every step of the search is given. */
export interface SearchContext {
  /** Our cache folder; it may not exist yet. */
  cache: string;
  /** Called with a line before anything slow. */
  progress: (line: string) => void;
}
