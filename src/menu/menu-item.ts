import type { IconName } from '../icons/paths.ts';

/** One thing that can be chosen in a menu. */
export interface MenuItem {
  name: string;
  icon: IconName;
  onchoose: () => void;
}
