import type { CommandLine } from './command-line.ts';
import { bwrapArguments } from './bwrap-arguments.ts';
import type { Mount } from './confinement.ts';
import { systemCallFilter } from './filter/system-call-filter.ts';
import type { Processor } from './filter/system-calls.ts';
import { reachableMounts } from './reachable.ts';
import type { Program } from './sandbox.ts';
import { LIBRARIES, sharedLibraries } from './shared-libraries.ts';

/**
 * Who walled programs are when the server is root: nobody that exists, so that they would be nobody
 * outside too.
 */
const NOBODY_ELSE = 60_999;

/** Paths of the programs that a wall is made with. */
export interface WallTools {
  readonly bwrap: string;
  readonly setpriv: string;
  readonly prlimit: string;
  /** Connects to what is inside. */
  readonly perl: string;
}

/** bubblewrap, with all that it needs to stand around a program. */
export class Wall {
  readonly tools: WallTools;
  #processor: Processor;
  #user: number | null;
  #libraries = new Map<string, Promise<Mount[]>>();

  constructor(tools: WallTools, processor: Processor) {
    this.tools = tools;
    this.#processor = processor;
    this.#user = process.getuid?.() === 0 ? NOBODY_ELSE : null;
  }

  /** Options of setpriv: who the program is on the machine. */
  get identity(): string[] {
    if (this.#user === null) return [];
    return ['--reuid', String(this.#user), '--regid', String(this.#user), '--clear-groups'];
  }

  /** The command line of bubblewrap around a program. @throws Error when its libraries are not known */
  async around({ command, confinement, folder }: Program): Promise<CommandLine> {
    const { mounts } = confinement;
    const file = mounts.find(({ to }) => to === command.file)?.from ?? command.file;
    const all = [...mounts, ...(await this.#librariesOf(file, command.env))];
    const options = bwrapArguments(
      { ...command, env: { ...command.env, LD_LIBRARY_PATH: LIBRARIES } },
      this.#user === null ? all : reachableMounts(all, folder, this.#user),
    );
    return { file: this.tools.bwrap, args: options, env: {} };
  }

  filter(sockets: readonly number[]): Buffer {
    return systemCallFilter(this.#processor, sockets);
  }

  #librariesOf(file: string, env: Readonly<Record<string, string>>): Promise<Mount[]> {
    const known = this.#libraries.get(file);
    if (known) return known;
    const asked = sharedLibraries(file, { ...env });
    this.#libraries.set(file, asked);
    // Whoever comes next asks again.
    asked.catch(() => this.#libraries.delete(file));
    return asked;
  }
}
