import { DIALECTS } from '../../core/lesson/dialects.ts';
import type { Dialect } from '../../core/lesson/lesson.ts';
import { dialectInAddress, withDialect } from '../dialect/dialect-in-address.ts';
import { loadDialect, saveDialect } from '../storage/dialect.ts';
import type { SafeStorage } from '../storage/safe-storage.ts';

/** The address of the page, as far as the dialect has to do with it. */
export interface PageAddress {
  /** The whole address. */
  read(): string;
  /** Puts another address in the place of this one; the page stays. */
  replace(address: string): void;
}

/** The dialect in which the whole notebook is shown and run. */
export class DialectState {
  readonly #storage: SafeStorage;
  readonly #address: PageAddress;
  #chosen = $state<Dialect>(DIALECTS[0]);
  /** What a link asked for that the notebook does not have; null when there is nothing to say. */
  unknown = $state<string | null>(null);
  /** True from a switch until the learner has seen what it means for what has been run. */
  isNew = $state(false);

  /** Those in which the course is written; the first one is that of the page as it was delivered. */
  readonly all: readonly Dialect[];

  constructor(all: readonly Dialect[], storage: SafeStorage, address: PageAddress) {
    this.all = all;
    this.#chosen = this.#first;
    this.#storage = storage;
    this.#address = address;
  }

  get chosen(): Dialect {
    return this.#chosen;
  }

  /** Takes up what a link asks for, or else what was kept, once scripts run. */
  load(): void {
    const asked = dialectInAddress(this.#address.read());
    if (asked !== null && 'dialect' in asked && this.#has(asked.dialect)) {
      this.#chosen = asked.dialect;
      saveDialect(this.#storage, asked.dialect);
      return;
    }
    if (asked !== null) this.unknown = 'unknown' in asked ? asked.unknown : asked.dialect;
    const kept = loadDialect(this.#storage);
    if (kept !== null && this.#has(kept)) this.#chosen = kept;
  }

  choose(dialect: Dialect): void {
    if (dialect === this.#chosen) return;
    this.#chosen = dialect;
    this.unknown = null;
    this.isNew = true;
    saveDialect(this.#storage, dialect);
    this.#address.replace(this.link(this.#address.read()));
  }

  /** Back and forward lead to addresses of before a switch: the notebook stays as it is, and they follow. */
  followAddress(): void {
    const address = this.#address.read();
    const asked = dialectInAddress(address);
    if (asked !== null && 'dialect' in asked && asked.dialect !== this.#chosen) {
      this.#address.replace(this.link(address));
    }
  }

  get #first(): Dialect {
    return this.all[0] ?? DIALECTS[0];
  }

  #has(dialect: Dialect): boolean {
    return this.all.includes(dialect);
  }

  /** True when the cells are not those that the page was delivered with. */
  get isOther(): boolean {
    return this.#chosen !== this.#first;
  }

  /** An address that shows to others what is shown here. */
  link(address: string): string {
    return withDialect(address, this.#chosen);
  }
}
