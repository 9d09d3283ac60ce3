import { inRoot } from '../root.mjs';

/**
 * @typedef {{ url: string, port: number, close(): Promise<void> }} Running
 * @typedef {import('./sources.mjs').Sources} Sources
 */

/** The server of the sources as they are now. Its sessions end when it is replaced. */
export class ReloadingServer {
  #sources;
  #middleware;
  /** @type {Running | null} */
  #running = null;
  /** @type {Promise<void>} one reload at a time */
  #last = Promise.resolve();

  /**
   * @param {Sources} sources
   * @param {ReturnType<typeof import('./page.mjs').pageHandler>} middleware serves the page
   */
  constructor(sources, middleware) {
    this.#sources = sources;
    this.#middleware = middleware;
  }

  /** Throws when it cannot be started the first time. */
  async start() {
    await this.#replace();
    console.log(`Streambook, for development: ${this.#running?.url}`);
  }

  /** Takes the changed sources. When they cannot be loaded, says why, and the server of before stays. */
  reload() {
    this.#last = this.#last.then(async () => {
      const began = Date.now();
      this.#sources.forget();
      await this.#replace().then(
        () => console.log(`Server reloaded (${Date.now() - began} ms)`),
        (error) => console.error(`The server could not be reloaded: ${error.stack}`),
      );
    });
    return this.#last;
  }

  async stop() {
    await this.#last;
    await this.#running?.close();
  }

  async #replace() {
    const kernelDir = inRoot('.cache', 'dev-kernel');
    const { buildKernelFiles } = await this.#sources.import('/server/kernel/build-kit.ts');
    const { readPort } = await this.#sources.import('/server/config/read-port.ts');
    const { startServer } = await this.#sources.import('/server/server.ts');
    await buildKernelFiles(kernelDir);
    await this.#running?.close();
    this.#running = null;
    this.#running = await startServer({
      port: readPort(process.env['PORT']),
      host: process.env['HOST'] || '127.0.0.1',
      clientDir: null,
      middleware: this.#middleware,
      kernelDir,
    });
  }
}
