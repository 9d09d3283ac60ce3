/** A part of a text in which names are declared. */
export class Scope {
  readonly parent: Scope | null;
  /** True for the body of a function, and for the whole text: where a `var` lands. */
  readonly isFunction: boolean;
  readonly names = new Set<string>();

  constructor(parent: Scope | null, isFunction: boolean) {
    this.parent = parent;
    this.isFunction = isFunction;
  }

  /** The nearest scope, from here outwards, that declares a name; null when none does. */
  find(name: string): Scope | null {
    return this.names.has(name) ? this : (this.parent?.find(name) ?? null);
  }

  /** Where a `var` that stands here is declared. */
  get functionScope(): Scope {
    return this.isFunction || this.parent === null ? this : this.parent.functionScope;
  }
}
