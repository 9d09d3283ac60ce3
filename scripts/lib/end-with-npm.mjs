const LOOK_EVERY_MS = 500;

/**
 * Ends this process as SIGTERM would when npm, which runs it through a shell, is told to end: npm passes
 * the signal to the shell, and the shell to nobody. The only trace of it is that our parent is another.
 */
export function endWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
