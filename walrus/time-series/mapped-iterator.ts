/** Another iterator's values, changed one by one; ending this one ends the other. */
export class MappedIterator<From, To> implements AsyncIterableIterator<To> {
  readonly #source: AsyncIterableIterator<From>;
  readonly #change: (value: From) => To;

  constructor(source: AsyncIterableIterator<From>, change: (value: From) => To) {
    this.#source = source;
    this.#change = change;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<To, undefined>> {
    const step = await this.#source.next();
    if (step.done) return { value: undefined, done: true };
    return { value: this.#change(step.value), done: false };
  }

  async return(): Promise<IteratorResult<To, undefined>> {
    await this.#source.return?.();
    return { value: undefined, done: true };
  }
}
