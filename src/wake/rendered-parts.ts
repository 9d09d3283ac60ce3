import { render } from 'svelte/server';
import type { Part, Parts } from './parts.ts';

/** Notes the parts of a page while it is rendered, and then renders them into it. */
export class RenderedParts implements Parts {
  readonly #parts = new Map<string, Part>();

  note(part: Part): void {
    this.#parts.set(part.props.slug, part);
  }

  place(): never {
    throw new Error('nothing is placed where a page is rendered');
  }

  isAsleep(): never {
    throw new Error('nothing sleeps where a page is rendered');
  }

  wake(): never {
    throw new Error('nothing is woken where a page is rendered');
  }

  wakeIn(): never {
    throw new Error('nothing is woken where a page is rendered');
  }

  /**
   * The page with all of its parts.
   * @param body HTML that has an empty element for each
   * @throws Error when a part has no place, or a place no part
   */
  fill(body: string): string {
    const waiting = new Map(this.#parts);
    const filled = body.replaceAll(
      /( data-part="([^"]*)">)(?=<\/div>)/g,
      (open, _, slug: string) => {
        const part = waiting.get(slug);
        if (part === undefined) throw new Error(`the page has a place for the part "${slug}" only`);
        waiting.delete(slug);
        const { component, ...options } = part;
        return `${open}${render(component, { ...options, idPrefix: slug }).body}`;
      },
    );
    const [lost] = waiting.keys();
    if (lost !== undefined) throw new Error(`the page has no place for the part "${lost}"`);
    return filled;
  }
}
