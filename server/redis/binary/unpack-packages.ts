import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { PrivateApt } from './apt.ts';
import { runCommand } from './run-command.ts';

const UNPACK_TIMEOUT_MS = 60_000;

/**
 * Downloads packages of this Debian or Ubuntu and unpacks them into a folder. Needs no root, starts no
 * service, changes nothing on the system. Throws when it fails.
 * @param choose names of the packages
 */
export async function unpackPackages(
  folder: string,
  choose: (apt: PrivateApt) => Promise<string[]>,
  progress: (line: string) => void,
): Promise<void> {
  const aptFolder = path.join(folder, '.apt');
  const apt = await PrivateApt.withSystemLists(aptFolder);
  const download = async (from: PrivateApt) => from.download(await choose(from), folder);
  try {
    await download(apt);
  } catch {
    // The lists are missing, as in most container images, or so old that their files are gone.
    progress('Downloading the distribution’s package lists');
    await download(await apt.withFreshLists());
  }
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.deb')) continue;
    const file = path.join(folder, name);
    await runCommand('dpkg-deb', ['-x', file, folder], { timeout: UNPACK_TIMEOUT_MS });
    await rm(file);
  }
  await rm(aptFolder, { recursive: true });
}
