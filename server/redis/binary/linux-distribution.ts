import { readFile } from 'node:fs/promises';

/** What /etc/os-release says. */
export interface Distribution {
  /** `debian`, `ubuntu`, `fedora`, … */
  id: string;
  /** Itself and what it is made after, nearest first. */
  family: string[];
  /** `bookworm`, `24.04`, …; empty on a rolling distribution. */
  release: string;
}

/** Reads the text of an os-release file (`NAME=value` or `NAME="value"`, one a line). */
export function parseOsRelease(text: string): Distribution {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([A-Z_]+)=(["']?)(.*)\2$/.exec(line.trim());
    if (match?.[1]) values.set(match[1], match[3] ?? '');
  }
  const id = values.get('ID') ?? 'linux';
  const like = values.get('ID_LIKE')?.split(/\s+/).filter(Boolean) ?? [];
  const release = values.get('VERSION_CODENAME') ?? values.get('VERSION_ID') ?? '';
  return { id, family: [id, ...like], release };
}

/** The Linux distribution that this is; null on other systems and where there is no such file. */
export async function linuxDistribution(): Promise<Distribution | null> {
  if (process.platform !== 'linux') return null;
  return readFile('/etc/os-release', 'utf8').then(parseOsRelease, () => null);
}
