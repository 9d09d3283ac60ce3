import type { Distribution } from './linux-distribution.ts';

const COMMANDS: Record<string, string> = {
  debian: 'sudo apt-get install redis-server',
  ubuntu: 'sudo apt-get install redis-server',
  fedora: 'sudo dnf install valkey',
  rhel: 'sudo dnf install valkey',
  arch: 'sudo pacman -S valkey',
  alpine: 'sudo apk add valkey',
  suse: 'sudo zypper install redis',
  opensuse: 'sudo zypper install redis',
};

/** One sentence that says how to get a Redis on this system. */
export function installSentence(
  platform: NodeJS.Platform,
  distribution: Distribution | null,
): string {
  if (platform === 'darwin') return say('install it with `brew install redis`');
  if (platform === 'win32') {
    return say('install Memurai or Redis for Windows, or run Streambook inside WSL');
  }
  const known = distribution?.family.map((name) => COMMANDS[name]).find(Boolean);
  return say(known ? `install it with \`${known}\`` : 'install the package redis or valkey');
}

function say(how: string): string {
  return `No Redis was found on this machine: ${how}, or set REDISMS_SYSTEM_BINARY to the path of a redis-server, and start again.`;
}
