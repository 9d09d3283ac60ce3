import { readSharedFragment, type SharedText } from '../share/shared-link.ts';
import type { PageAddress } from './dialect.svelte.ts';

/** A text that somebody has shared by a link: shown until the learner has decided what becomes of it. */
export class SharedState {
  readonly #address: PageAddress;
  readonly #has: (cell: string) => boolean;
  /** The text that the link holds; null when there is none to decide on. */
  text = $state.raw<SharedText | null>(null);
  /** Why a link cannot be shown, in a sentence. */
  problem = $state<string | null>(null);

  /** @param has tells whether the lessons have a cell */
  constructor(address: PageAddress, has: (cell: string) => boolean) {
    this.#address = address;
    this.#has = has;
  }

  /** Looks what the address holds; gives the cell to lead to, if there is one. */
  async load(): Promise<string | null> {
    const [, fragment = ''] = this.#address.read().split('#');
    const found = await readSharedFragment(`#${fragment}`);
    if (found === null) return null;
    if ('problem' in found) this.problem = found.problem;
    else this.text = found;
    return this.of;
  }

  /** The cell of the lessons that the text is for; null when there is no text, or no such cell. */
  get of(): string | null {
    return this.text !== null && this.#has(this.text.cell) ? this.text.cell : null;
  }

  /** True when the text is for a cell that the lessons do not have. */
  get isHomeless(): boolean {
    return this.text !== null && this.of === null;
  }

  /** It is decided: the text leaves the address, which leads to the cell now. */
  settle(): void {
    const cell = this.of;
    this.text = null;
    this.problem = null;
    const [address = ''] = this.#address.read().split('#');
    this.#address.replace(cell === null ? address : `${address}#cell-${cell}`);
  }
}
