import type { UserConfig } from 'vite';

/** True for the page itself, which a server of ours serves; pages of another entry stand alone. */
export function hasServer({ build }: UserConfig): boolean {
  return build?.rolldownOptions?.input === undefined;
}
