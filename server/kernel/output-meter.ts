import {
  MAX_RUN_VALUE_CHARACTERS,
  MAX_RUN_VALUE_PARTS,
  MAX_RUN_VALUES,
} from '../../core/limits/limits.ts';
import { sizeOfValues } from '../../core/value/size-of-values.ts';
import { cutNotice } from './cut-notice.ts';
import type { KernelSignal } from './wire.ts';

/** Notices and late errors that a kernel may show under one run; its own bounds are lower. */
const MAX_OTHERS = 100;

/** Runs that are counted; the oldest are forgotten first. */
const MAX_RUNS = 500;

type TextSignal = KernelSignal & { kind: 'text' };

/** What one run has shown: characters of text, notices and late errors, values with their structure. */
interface Shown {
  characters: number;
  others: number;
  values: number;
  valueParts: number;
  valueCharacters: number;
}

/**
 * Counts what each run shows. The code inside the kernel counts too, and cuts; but a cell may have
 * replaced what it counts with, so the server does not rely on it.
 */
export class OutputMeter {
  #max: number;
  #runs = new Map<string, Shown>();

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

  #text(signal: TextSignal): KernelSignal[] {
    const { run, stream, text } = signal;
    const shown = this.#of(run);
    const room = this.#max - shown.characters;
    shown.characters += text.length;
    if (room < 0) return [];
    if (text.length <= room) return [this.#withinValues(signal, shown)];
    return [
      { kind: 'text', run, stream, text: text.slice(0, room) },
      { kind: 'notice', run, text: cutNotice(this.#max) },
    ];
  }

  /** The same without the structure of its values, when the run has told too much of that. */
  #withinValues(signal: TextSignal, shown: Shown): TextSignal {
    const { values, ...plain } = signal;
    if (!values) return signal;
    const { parts, characters } = sizeOfValues(values);
    shown.values++;
    shown.valueParts += parts;
    shown.valueCharacters += characters;
    const isTooMuch =
      shown.values > MAX_RUN_VALUES ||
      shown.valueParts > MAX_RUN_VALUE_PARTS ||
      shown.valueCharacters > 2 * MAX_RUN_VALUE_CHARACTERS;
    return isTooMuch ? plain : signal;
  }

  #of(run: string): Shown {
    let shown = this.#runs.get(run);
    if (!shown) {
      this.#runs.set(
        run,
        (shown = { characters: 0, others: 0, values: 0, valueParts: 0, valueCharacters: 0 }),
      );
      const oldest = this.#runs.keys().next();
      if (this.#runs.size > MAX_RUNS && !oldest.done) this.#runs.delete(oldest.value);
    }
    return shown;
  }
}
