import { parseLens } from '../../core/lens/parse-lens.ts';
import type { LensSnapshot } from '../../core/lens/snapshot.ts';
import { LENS_SCRIPT } from './lens-script.ts';
import type { AdminClient } from './redis-instance.ts';
import { Script } from './script.ts';

const UNKNOWN = '';
const script = new Script(LENS_SCRIPT);

/**
 * Reads the lens of one Redis: all streams of database 0 at one moment. It reads nothing through a
 * group, so it changes nothing that it shows. Both methods throw what node-redis throws when the
 * connection is lost.
 */
export class LensReader {
  #admin: AdminClient;
  #fingerprint = UNKNOWN;

  constructor(admin: AdminClient) {
    this.#admin = admin;
  }

  /** The streams as they are now. */
  async read(): Promise<LensSnapshot> {
    const lens = await this.#read(UNKNOWN);
    if (!lens) throw new Error('The lens script gave no answer.');
    return lens;
  }

  /** The same, or null when nothing was written since the last read, which costs next to nothing. */
  readIfChanged(): Promise<LensSnapshot | null> {
    return this.#read(this.#fingerprint);
  }

  async #read(known: string): Promise<LensSnapshot | null> {
    const reply = await script.run(this.#admin, [known]);
    if (!Array.isArray(reply)) return null;
    const [fingerprint, ...rest]: unknown[] = reply;
    const lens = parseLens(rest);
    this.#fingerprint = String(fingerprint);
    return lens;
  }
}
