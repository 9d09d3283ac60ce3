import { byLesson } from './by-lesson.ts';
import { findPlaces, wordsOf, type Found } from './find-places.ts';
import { paintWords } from './paint-words.ts';
import { readPlaces, type PagePlace } from './read-places.ts';

/** The most places that are listed; whoever sees so many types another word. */
const mostShown = 60;

/** The search in the contents. */
export class ContentsSearch {
  readonly #codeOf: (slug: string) => string;
  #places = $state.raw<readonly PagePlace[]>([]);
  #query = $state('');

  constructor(codeOf: (slug: string) => string) {
    this.#codeOf = codeOf;
  }

  get query(): string {
    return this.#query;
  }

  set query(query: string) {
    // The page is read when a search begins: what it says may have changed since the last one.
    if (wordsOf(this.#query).length === 0) this.#places = readPlaces(this.#codeOf);
    this.#query = query;
  }

  readonly isOn: boolean = $derived.by(() => wordsOf(this.#query).length > 0);
  readonly #found: readonly Found<PagePlace>[] = $derived.by(() =>
    findPlaces(this.#places, this.#query),
  );

  readonly count: number = $derived.by(() => this.#found.length);
  readonly omitted: number = $derived.by(() => Math.max(0, this.#found.length - mostShown));

  /** What was found, by the slug of the lesson that it is in. */
  readonly byLesson: ReadonlyMap<string, readonly Found<PagePlace>[]> = $derived.by(() =>
    byLesson(this.#found.slice(0, mostShown)),
  );

  /** Marks the words in the page too, while they are searched for. */
  paint(): () => void {
    return paintWords(
      this.#found.map(({ place }) => place.element),
      wordsOf(this.#query),
    );
  }
}
