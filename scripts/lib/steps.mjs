const HEARTBEAT_MS = 10_000;
const REDRAW_MS = 500;

/**
 * What a step may tell while it runs.
 * @typedef {(detail: string) => void} Tell
 */

/**
 * Shows what goes on, one line a step: on a terminal a line that counts the seconds, elsewhere a line
 * at the start, a sign of life every ten seconds, and one at the end.
 */
export class Steps {
  #out;
  #live;

  /**
   * @param {{ write(text: string): unknown, isTTY?: boolean, columns?: number }} [out]
   * @param {NodeJS.ProcessEnv} [env]
   */
  constructor(out = process.stdout, env = process.env) {
    this.#out = out;
    this.#live = out.isTTY === true && !env['CI'];
  }

  /**
   * A fact, on a line of its own.
   * @param {string} text
   */
  note(text) {
    this.#out.write(`  ${text}\n`);
  }

  /**
   * Runs one step and shows how long it took. Throws what it throws.
   * @template T
   * @param {string} name `Installing packages`
   * @param {(tell: Tell) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(name, work) {
    const began = Date.now();
    const line = this.#live ? this.#redrawn(name, began) : this.#written(name, began);
    try {
      const result = await work(line.tell);
      line.end('✓');
      return result;
    } catch (error) {
      line.end('✗');
      throw error;
    }
  }

  /**
   * @param {string} name
   * @param {number} began
   */
  #redrawn(name, began) {
    let detail = '';
    const draw = () => {
      const text = `… ${name} ${seconds(began)}${detail && `  ${detail}`}`;
      this.#out.write(`\r\x1b[2K${text.slice(0, (this.#out.columns || 80) - 1)}`);
    };
    const timer = setInterval(draw, REDRAW_MS);
    draw();
    return {
      tell: (/** @type {string} */ text) => {
        detail = text;
        draw();
      },
      end: (/** @type {string} */ mark) => {
        clearInterval(timer);
        this.#out.write(`\r\x1b[2K${mark} ${name} ${seconds(began)}\n`);
      },
    };
  }

  /**
   * @param {string} name
   * @param {number} began
   */
  #written(name, began) {
    let detail = '';
    this.#out.write(`… ${name}\n`);
    const alive = () =>
      this.#out.write(`  still at it ${seconds(began)}${detail && `: ${detail}`}\n`);
    const timer = setInterval(alive, HEARTBEAT_MS);
    return {
      tell: (/** @type {string} */ text) => void (detail = text),
      end: (/** @type {string} */ mark) => {
        clearInterval(timer);
        this.#out.write(`${mark} ${name} ${seconds(began)}\n`);
      },
    };
  }
}

/** @param {number} began */
function seconds(began) {
  return `(${((Date.now() - began) / 1000).toFixed(1)} s)`;
}
