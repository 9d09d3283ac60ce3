/** The part of a strip that can be seen, in CSS pixels from its left end. */
export interface StripView {
  left: number;
  width: number;
}

/** Keeps a scrolling element at its right end for as long as nobody has scrolled away from there. */
export class EndKeeper {
  readonly #box: HTMLElement;
  #atEnd = true;

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  /** The element was scrolled, by whomever. */
  look(): StripView {
    const { scrollLeft, scrollWidth, clientWidth } = this.#box;
    this.#atEnd = scrollLeft + clientWidth >= scrollWidth - 20;
    return { left: scrollLeft, width: clientWidth };
  }

  /** Something was added, or the element has another size. */
  keep(): StripView {
    const { scrollWidth, clientWidth } = this.#box;
    if (this.#atEnd) this.#box.scrollLeft = scrollWidth - clientWidth;
    return { left: this.#box.scrollLeft, width: clientWidth };
  }
}
