/** Something that the person at the keyboard can mend: shown as its message alone, without a stack. */
export class Failure extends Error {
  /**
   * @param {string} message one sentence: what is missing and what to do
   * @param {string} [details] what a program printed, shown above the sentence
   */
  constructor(message, details = '') {
    super(message);
    this.details = details.trim();
  }
}

/**
 * Runs the main function of a script and ends the process with code 1 when it fails.
 * @param {() => Promise<void>} main
 * @param {string} [lastLine] printed after what went wrong
 */
export async function runScript(main, lastLine) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Failure) {
      if (error.details) console.error(`\n${error.details}`);
      console.error(`\n${error.message}`);
    } else {
      console.error(error);
    }
    if (lastLine) console.log(lastLine);
    process.exit(1);
  }
}
