import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './run-command.ts';

const SIMULATE_TIMEOUT_MS = 60_000;
const NETWORK_TIMEOUT_MS = 300_000;

/** apt-get for a user who may change nothing: whatever it writes goes below a folder of ours. */
export class PrivateApt {
  readonly #folder: string;
  readonly #options: string[];

  private constructor(folder: string, options: string[]) {
    this.#folder = folder;
    this.#options = options;
  }

  /** Uses the package lists of the system, which may be missing or old. */
  static async withSystemLists(folder: string): Promise<PrivateApt> {
    const cache = path.join(folder, 'cache');
    await mkdir(path.join(cache, 'archives', 'partial'), { recursive: true });
    const settings = {
      'Dir::Cache': cache,
      // Without this root hands downloads to the user _apt, who may not write here.
      'APT::Sandbox::User': 'root',
      'Acquire::Retries': '2',
      'Acquire::http::Timeout': '20',
      'Acquire::https::Timeout': '20',
    };
    return new PrivateApt(folder, toOptions(settings));
  }

  /** Downloads lists of our own first, from where the system has its packages: some 20 MB. */
  async withFreshLists(): Promise<PrivateApt> {
    const lists = path.join(this.#folder, 'lists');
    await mkdir(path.join(lists, 'partial'), { recursive: true });
    const fresh = new PrivateApt(this.#folder, [
      ...this.#options,
      ...toOptions({ 'Dir::State::lists': lists }),
    ]);
    await fresh.#run(['update'], NETWORK_TIMEOUT_MS);
    return fresh;
  }

  /** What `apt-get install` of a package would do, as it prints it. Throws when it cannot be done. */
  async simulateInstall(name: string): Promise<string> {
    const args = ['install', '--simulate', '--no-install-recommends', name];
    return this.#run(args, SIMULATE_TIMEOUT_MS);
  }

  /** Downloads packages as .deb files into a folder. */
  async download(names: string[], folder: string): Promise<void> {
    await this.#run(['download', ...names], NETWORK_TIMEOUT_MS, folder);
  }

  #run(args: string[], timeout: number, cwd?: string): Promise<string> {
    const options = cwd === undefined ? { timeout } : { timeout, cwd };
    return runCommand('apt-get', [...this.#options, ...args], options);
  }
}

function toOptions(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}
