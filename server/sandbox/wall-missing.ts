import type { Distribution } from '../redis/binary/linux-distribution.ts';

const COMMANDS: Record<string, string> = {
  debian: 'sudo apt-get install bubblewrap',
  ubuntu: 'sudo apt-get install bubblewrap',
  fedora: 'sudo dnf install bubblewrap',
  rhel: 'sudo dnf install bubblewrap',
  arch: 'sudo pacman -S bubblewrap',
  suse: 'sudo zypper install bubblewrap',
  opensuse: 'sudo zypper install bubblewrap',
};

/**
 * One sentence that says how to get the second wall on this system.
 * @param reason why there is none, as Sandbox.reason
 */
export function wallMissing(
  platform: NodeJS.Platform,
  distribution: Distribution | null,
  reason: string,
): string {
  if (platform !== 'linux')
    return 'There is a second wall on Linux alone: serve a room from a Linux machine with bubblewrap';
  if (!reason.includes('not installed'))
    return `There is no second wall, because ${reason}: see "When bubblewrap does not work" in SECURITY.md`;
  const command = distribution?.family.map((name) => COMMANDS[name]).find(Boolean);
  return command
    ? `Install bubblewrap with \`${command}\``
    : 'Install bubblewrap with the package manager of this system';
}
