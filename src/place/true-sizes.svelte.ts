import { Pauses } from '../idle/pauses.ts';
import { QUIET } from '../idle/quiet.svelte.ts';
import { whenSized } from '../size/when-sized.ts';

/**
 * Knows which lessons may have another height than the browser believes. One that is far away is not
 * laid out (styles/far-sections.css): it stands with the height that it had when it was last.
 */
export class TrueSizes {
  readonly #sections: () => Iterable<HTMLElement>;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing that is shown depends on it
  readonly #stale = new Set<HTMLElement>();
  #isBegun = false;
  /** The pass that goes on, or the last one. */
  #pass: Promise<void> = Promise.resolve();
  #changes = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param sections all lessons of the page; asked when the page stands */
  constructor(sections: () => Iterable<HTMLElement>) {
    this.#sections = sections;
  }

  /** How many times there were heights to be learned anew: by another width, late letters, or what has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** Lays out, one after the other, what has changed since it was laid out last. @param isOver true ends it */
  learn(isOver: () => boolean): Promise<void> {
    if (!this.#isBegun) this.#begin();
    // One that has been ended still waits for its last frame: the next one would set aside too soon.
    this.#pass = this.#pass.then(() => this.#learn(isOver));
    return this.#pass;
  }

  async #learn(isOver: () => boolean): Promise<void> {
    const pauses = new Pauses();
    for (const section of [...this.#stale]) {
      if (!isInWindow(section) || section.style.contentVisibility !== '') await pauses.take();
      if (isOver()) return;
      this.#stale.delete(section);
      await layOutOnce(section);
    }
  }

  #begin(): void {
    this.#isBegun = true;
    const changes = new MutationObserver((records) => {
      for (const { target } of records) this.#hasChanged(target);
    });
    for (const section of this.#sections()) {
      this.#stale.add(section);
      changes.observe(section, { childList: true, characterData: true, subtree: true });
    }
    this.#followWidth();
    // With letters that come late, everything has other lines.
    if (document.fonts.status === 'loading') void document.fonts.ready.then(() => this.#forget());
  }

  #hasChanged(target: Node): void {
    const element = target instanceof Element ? target : target.parentElement;
    const section = element?.closest<HTMLElement>('main > section');
    if (!section) return;
    this.#stale.add(section);
    this.#tellSoon();
  }

  #followWidth(): void {
    const [first] = this.#sections();
    if (!first) return;
    let told = first.clientWidth;
    whenSized((width) => {
      if (width === told) return;
      told = width;
      this.#forget();
    })(first);
  }

  /** All lessons may have other heights now. */
  #forget(): void {
    for (const section of this.#sections()) this.#stale.add(section);
    this.#tellSoon();
  }

  /** When nothing has changed for a moment, what has changed is to be learned. */
  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#changes += 1), QUIET);
  }
}

/**
 * The browser lays out what is in the window. Whether it has left out another one cannot be asked: it
 * says no until the next frame, when something has just made all of them visible for a moment.
 */
function isInWindow(section: HTMLElement): boolean {
  const { top, bottom } = section.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Has a section laid out for one frame: the browser keeps the height that it has in it. */
async function layOutOnce(section: HTMLElement): Promise<void> {
  if (section.style.contentVisibility === '' && !isInWindow(section)) {
    section.style.contentVisibility = 'visible';
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }
  section.style.removeProperty('content-visibility');
}
