import { cutNotice } from './cut-notice.ts';
import type { KernelSignal } from './wire.ts';

/** Notices and late errors that a kernel may show under one run; its own bounds are lower. */
const MAX_OTHERS = 100;

/** Runs that are counted; the oldest are forgotten first. */
const MAX_RUNS = 500;

/**
 * Counts what each run shows. The code inside the kernel counts too, and cuts; but a cell may have
 * replaced what it counts with, so the server does not rely on it.
 */
export class OutputMeter {
  #max: number;
  #runs = new Map<string, { characters: number; others: number }>();

  /** @param max characters of text that one run may show */
  constructor(max: number) {
    this.#max = max;
  }

  /** What may be shown of a signal, and that there was more. */
  pass(signal: KernelSignal): KernelSignal[] {
    switch (signal.kind) {
      case 'text':
        return this.#text(signal);
      case 'notice':
      case 'late-error':
        return ++this.#of(signal.run).others <= MAX_OTHERS ? [signal] : [];
      case 'booted':
      case 'blocked':
      case 'unblocked':
      case 'commands':
        return [signal];
    }
  }

  #text(signal: KernelSignal & { kind: 'text' }): KernelSignal[] {
    const { run, text } = signal;
    const shown = this.#of(run);
    const room = this.#max - shown.characters;
    shown.characters += text.length;
    if (room < 0) return [];
    if (text.length <= room) return [signal];
    return [
      { ...signal, text: text.slice(0, room) },
      { kind: 'notice', run, text: cutNotice(this.#max) },
    ];
  }

  #of(run: string): { characters: number; others: number } {
    let shown = this.#runs.get(run);
    if (!shown) {
      this.#runs.set(run, (shown = { characters: 0, others: 0 }));
      const oldest = this.#runs.keys().next();
      if (this.#runs.size > MAX_RUNS && !oldest.done) this.#runs.delete(oldest.value);
    }
    return shown;
  }
}
