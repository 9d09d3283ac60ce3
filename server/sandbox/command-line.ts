/** A program with its arguments and its whole environment. */
export interface CommandLine {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The same, started by another program that becomes it: `setpriv … -- program`. */
export function behind(tool: string, options: readonly string[], inner: CommandLine): CommandLine {
  return { ...inner, file: tool, args: [...options, '--', inner.file, ...inner.args] };
}
