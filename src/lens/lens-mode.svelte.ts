import { safeStorage } from '../storage/safe-storage.ts';

/** What belongs here: how the learner wants the lens to be drawn, in localStorage. */
const key = 'streambook:lens:1';
const storage = safeStorage(() => localStorage);

export type LensMode = 'picture' | 'tables';

/** How streams are shown in the lens, in every window of this page. */
class LensModeState {
  #mode = $state<LensMode>('picture');

  get mode(): LensMode {
    return this.#mode;
  }

  set mode(mode: LensMode) {
    this.#mode = mode;
    storage.set(key, mode);
  }

  /** Takes up what was chosen before, once scripts run. */
  load(): void {
    if (storage.get(key) === 'tables') this.#mode = 'tables';
  }
}

export const lensMode = new LensModeState();
