/** `timers` and `timers/promises` over the kernel's own timers, so that Stop ends these as well. */

interface Waiting {
  signal?: AbortSignal;
}

function wait<T>(delay?: number, value?: T, options: Waiting = {}): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = globalThis.setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve(value);
    }, delay);
    function abort() {
      globalThis.clearTimeout(timer);
      reject(signal?.reason);
    }
    signal?.addEventListener('abort', abort, { once: true });
  });
}

async function* every<T>(delay?: number, value?: T, options: Waiting = {}) {
  for (;;) yield await wait(delay, value, options);
}

function immediate<T>(value?: T, options?: Waiting) {
  return wait(0, value, options);
}

export const timersPromisesModule = {
  setTimeout: wait,
  setInterval: every,
  setImmediate: immediate,
  scheduler: {
    wait: (delay: number, options?: Waiting) => wait(delay, undefined, options),
    yield: immediate,
  },
};

export const timersModule = {
  get setTimeout() {
    return globalThis.setTimeout;
  },
  get setInterval() {
    return globalThis.setInterval;
  },
  get setImmediate() {
    return globalThis.setImmediate;
  },
  get clearTimeout() {
    return globalThis.clearTimeout;
  },
  get clearInterval() {
    return globalThis.clearInterval;
  },
  get clearImmediate() {
    return globalThis.clearImmediate;
  },
  promises: timersPromisesModule,
};
