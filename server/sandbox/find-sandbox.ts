import { onPath } from '../redis/binary/on-path.ts';
import { findBwrap } from './bwrap-binary.ts';
import type { Processor } from './filter/system-calls.ts';
import { Sandbox } from './sandbox.ts';
import { tryOut } from './try-out.ts';
import { Wall } from './wall.ts';

let found: Promise<Sandbox> | null = null;

/**
 * How programs are confined on this machine, found out once by really trying it: behind bubblewrap
 * if that works, otherwise bare, with the reason. Never rejects.
 */
export function findSandbox(): Promise<Sandbox> {
  found ??= find();
  return found;
}

/** The bare process, bounded by what the system has besides bubblewrap. */
export async function bareSandbox(reason: string): Promise<Sandbox> {
  const [setpriv, prlimit] = await Promise.all([onPath('setpriv'), onPath('prlimit')]);
  return new Sandbox({ setpriv, prlimit }, null, reason);
}

async function find(): Promise<Sandbox> {
  if (process.platform !== 'linux') return bareSandbox('only Linux has the namespaces for it');
  const processor = processorOf(process.arch);
  if (!processor) return bareSandbox(`no system-call filter is known for ${process.arch}`);
  const bwrap = await findBwrap();
  const [setpriv, prlimit, perl, ldd] = await Promise.all(
    ['setpriv', 'prlimit', 'perl', 'ldd'].map((name) => onPath(name)),
  );
  if (!bwrap) return bareSandbox('bubblewrap is not installed');
  if (!setpriv || !prlimit) return bareSandbox('setpriv and prlimit of util-linux are missing');
  if (!perl) return bareSandbox('perl is missing');
  if (!ldd) return bareSandbox('ldd is missing');
  const sandbox = new Sandbox(
    { setpriv, prlimit },
    new Wall({ bwrap, setpriv, prlimit, perl }, processor),
    '',
  );
  try {
    // Once more: one moment without memory would leave the server without a wall until its end.
    await tryOut(sandbox).catch(() => tryOut(sandbox));
    return sandbox;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return bareSandbox(`bubblewrap does not work here (${why})`);
  }
}

function processorOf(architecture: NodeJS.Architecture): Processor | null {
  return architecture === 'x64' || architecture === 'arm64' ? architecture : null;
}
