/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PATIENCE_MS = 5000;

/**
 * Lets a child process end with this one: a signal that stops us is passed on, and we leave when all
 * children have. While there are none, signals do what they would without this module.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, passOn);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) for (const signal of SIGNALS) process.off(signal, passOn);
  });
}

/** @param {NodeJS.Signals} signal */
function passOn(signal) {
  const leave = () => process.exit(signal === 'SIGINT' ? 130 : 143);
  for (const child of running) {
    child.once('close', () => running.size === 0 && leave());
    child.kill(signal);
  }
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL');
    leave();
  }, PATIENCE_MS);
}
