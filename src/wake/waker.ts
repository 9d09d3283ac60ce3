import { hydrate, mount, unmount } from 'svelte';
import type { Pauses } from '../idle/pauses.ts';
import type { Part, Parts } from './parts.ts';

/** What somebody does with a part that needs it to be live. */
const TOUCHES = ['pointerover', 'pointerdown', 'click', 'focusin', 'keydown'] as const;

/**
 * Makes parts of the page live: each when it is touched, the rest when there is time. So the page can be
 * used before scripts have taken up all of its cells, which takes longer than everything else.
 */
export class Waker implements Parts {
  readonly #asleep = new Map<string, () => void>();

  /** Listens for whoever touches a part; ends with the function it returns. */
  listen(document: Document): () => void {
    const touched = ({ target }: Event) => {
      const part = target instanceof Element ? slugOf(target.closest('[data-part]')) : null;
      if (part !== null) this.wake(part);
    };
    // Before the part itself hears of it: by then it is live.
    for (const type of TOUCHES) document.addEventListener(type, touched, true);
    return () => {
      for (const type of TOUCHES) document.removeEventListener(type, touched, true);
    };
  }

  note(): void {
    // Only whoever renders the page needs to know beforehand.
  }

  place({ component, ...options }: Part, target: Element): () => void {
    let instance: object | null = null;
    const { slug } = options.props;
    const isRendered = () => target.firstElementChild !== null;
    const live = () => {
      this.#asleep.delete(slug);
      instance = (isRendered() ? hydrate : mount)(component, { target, ...options });
    };
    this.#asleep.set(slug, live);
    // What was not rendered with the page has nothing to show until then.
    if (!isRendered()) live();
    return () => {
      this.#asleep.delete(slug);
      if (instance !== null) void unmount(instance);
    };
  }

  isAsleep(slug: string): boolean {
    return this.#asleep.has(slug);
  }

  wake(slug: string): void {
    this.#asleep.get(slug)?.();
  }

  async wakeIn(element: Element, pauses: Pauses, isOver: () => boolean): Promise<void> {
    for (const place of element.querySelectorAll('[data-part]')) {
      const slug = slugOf(place);
      if (slug === null || !this.isAsleep(slug)) continue;
      await pauses.takeWhenDue();
      if (isOver()) return;
      this.wake(slug);
    }
  }
}

function slugOf(place: Element | null): string | null {
  return place?.getAttribute('data-part') ?? null;
}
