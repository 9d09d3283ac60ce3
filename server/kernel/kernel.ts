import type { ChildProcess } from 'node:child_process';
import * as v from 'valibot';
import type { Output, SharedNames } from '../../core/session/run.ts';
import { argument, InspectorError, type Evaluation, type Inspector } from './inspector.ts';
import { BROKEN, CUT, type KernelExit } from './kernel-exit.ts';
import { OutputMeter } from './output-meter.ts';
import { presentError, presentSyntaxError, presentUnresolvable } from './present-error.ts';
import { presentValues } from './present-values.ts';
import { stopRun, type StopRedis, type StopStep } from './stop-run.ts';
import { CellSyntaxError } from './transpile/cell-syntax-error.ts';
import { prepareCell } from './transpile/prepare-cell.ts';
import { parseJson } from '../../core/protocol/parse-json.ts';
import { BINDING, KernelSignal, ShownValue, ThrownValue } from './wire.ts';
import { settlesWithin, within } from './within.ts';

/** What startKernel() has made and connected. */
export interface KernelParts {
  child: ChildProcess;
  /** Resolves when the process is gone, with why. */
  exited: Promise<KernelExit>;
  inspector: Inspector;
  /** Object id of the harness inside. */
  harness: string;
  /** Global name of the object that cells call. */
  helper: string;
  /** Characters of output that one run may show. */
  maxOutput: number;
}

/** How a run ended, with what it shows last. */
export interface RunResult {
  status: 'ok' | 'error' | 'stopped';
  output: Output | null;
}

/** The harness has failed; its words may be those of the code that runs beside it. */
class HarnessError extends Error {
  override readonly name = 'HarnessError';
}

/** How long a kernel may take to tell what a run does, in ms. */
const ANSWER_MS = 200;

/** How long a process whose connection is gone may take to end, in ms. */
const DYING_MS = 2000;

/** How often a run that does nothing is looked at, in ms. */
const COLLECT_MS = 500;

/** Runs whose positions can still be told, for late errors. */
const REMEMBERED_SHIFTS = 500;

/**
 * One sandboxed process that runs cells, driven through its inspector. Owns the process and the
 * connection; close() ends both. It knows nothing of queues, pages or Redis but its address.
 */
export class Kernel {
  /** Called for everything that the code inside tells, in order. */
  onSignal: (signal: KernelSignal) => void = () => undefined;
  /** Resolves when the process is gone, with why. */
  readonly exited: Promise<KernelExit>;

  #child: ChildProcess;
  /** Why it was ended, when that was decided here. */
  #farewell: KernelExit | null = null;
  #inspector: Inspector;
  #harness: string;
  #helper: string;
  #meter: OutputMeter;
  #idle = new Map<string, { activity: number; collected: boolean }>();
  #shifts = new Map<string, number>();
  /** Stops that may end code. Meanwhile nothing else is asked: V8 would end the question in its place. */
  #ending = 0;
  #running = new Map<string, { stop: () => void; ended: Promise<unknown> }>();

  constructor({ child, exited, inspector, harness, helper, maxOutput }: KernelParts) {
    this.#meter = new OutputMeter(maxOutput);
    this.#child = child;
    this.exited = exited.then((why) => this.#farewell ?? why);
    this.#inspector = inspector;
    this.#harness = harness;
    this.#helper = helper;
    inspector.onClosed = () => void this.#endUnreachable();
    inspector.onBinding = (name, payload) => {
      if (name !== BINDING) return;
      // A cell that has found the binding may say anything.
      const signal = v.safeParse(KernelSignal, parseJson(payload));
      if (!signal.success) return;
      for (const passed of this.#meter.pass(signal.output)) {
        this.onSignal(passed.kind === 'text' ? presentValues(passed, this.#shift) : passed);
      }
    };
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Runs a cell to its end. Never rejects for what the cell does.
   * @param read told the names that the cell shares with others, before it begins
   * @throws InspectorClosed when the kernel dies meanwhile
   */
  async run(
    run: string,
    cell: string,
    source: string,
    read: (names: SharedNames) => void = () => undefined,
  ): Promise<RunResult> {
    const collector = setInterval(() => void this.#collectIfIdle(run), COLLECT_MS);
    let stop: () => void = () => undefined;
    const stopped = new Promise<RunResult>((resolve) => {
      stop = () => resolve({ status: 'stopped', output: null });
    });
    try {
      const prepared = prepareCell(source, this.#helper, run, cell);
      read(prepared.names);
      this.#rememberShift(run, prepared.firstLineShift);
      const ended = this.#evaluate(run, prepared.code, prepared.showsValue);
      this.#running.set(run, { stop, ended });
      // After a stop nobody waits for it any more; the kernel may die before it settles.
      ended.catch(() => undefined);
      return await Promise.race([ended, stopped]);
    } catch (error) {
      if (error instanceof CellSyntaxError)
        return { status: 'error', output: presentSyntaxError(error) };
      throw error;
    } finally {
      clearInterval(collector);
      this.#idle.delete(run);
      this.#running.delete(run);
    }
  }

  async #evaluate(run: string, code: string, showsValue: boolean): Promise<RunResult> {
    let evaluation: Evaluation;
    try {
      evaluation = await this.#inspector.evaluate(code, {
        replMode: true,
        awaitPromise: true,
        objectGroup: run,
      });
    } catch (error) {
      if (error instanceof InspectorError && /collected/.test(error.message)) {
        return { status: 'error', output: presentUnresolvable() };
      }
      throw error;
    }
    try {
      return await this.#conclude(run, evaluation, showsValue);
    } finally {
      this.#inspector
        .send('Runtime.releaseObjectGroup', { objectGroup: run })
        .catch(() => undefined);
    }
  }

  /**
   * V8 says that a promise can never be resolved when it collects it: for a run that has done
   * nothing for a while, it is asked to look.
   */
  async #collectIfIdle(run: string): Promise<void> {
    const activity = await this.activity(run);
    if (activity === null || this.#idle.get(run)?.collected) return;
    const collected = this.#idle.get(run)?.activity === activity;
    if (this.#running.has(run)) this.#idle.set(run, { activity, collected });
    if (collected) await this.#inspector.send('HeapProfiler.collectGarbage').catch(() => undefined);
  }

  async #conclude(run: string, evaluation: Evaluation, showsValue: boolean): Promise<RunResult> {
    const { result, exceptionDetails: failure } = evaluation;
    if (failure) {
      const thrown = await this.#ask('describe', [{ value: run }, argument(failure.exception)]);
      if (thrown === null) return { status: 'stopped', output: null };
      const error = v.parse(ThrownValue, thrown);
      return { status: 'error', output: presentError(error, run, this.#shift, false) };
    }
    if (!showsValue || result.type === 'undefined') {
      await this.#ask('settle', []);
      return { status: 'ok', output: null };
    }
    const told = await this.#ask('show', [{ value: run }, argument(result)]);
    const shown = v.parse(ShownValue, typeof told === 'string' ? parseJson(told) : told);
    return { status: 'ok', output: { kind: 'value', ...presentValues(shown, this.#shift) } };
  }

  /** An error that came beside a cell or after its end, as it is shown. */
  presentLate(run: string, error: ThrownValue, late: boolean): Output {
    return presentError(error, run, this.#shift, late);
  }

  /** A number that changes while a run does something; null while it waits for Redis, or the event loop does not turn. */
  async activity(run: string): Promise<number | null> {
    if (this.#ending > 0) return null;
    const answer = await within(ANSWER_MS, '', () => this.#ask('activity', [{ value: run }])).catch(
      () => null,
    );
    return typeof answer === 'number' ? answer : null;
  }

  /**
   * Stops a run, gently first; ends the kernel when nothing else helps.
   * @param mayTerminate false when another run is the one that computes
   */
  async stop(run: string, redis: StopRedis, mayTerminate: boolean): Promise<StopStep> {
    const running = this.#running.get(run);
    const kernel = {
      ask: (method: string, args: object[]) => this.#ask(method, args),
      hears: () => this.#inspector.send('Runtime.getIsolateId'),
      endCode: () => void this.#inspector.send('Runtime.terminateExecution').catch(() => undefined),
    };
    const ended = running?.ended ?? Promise.resolve();
    if (mayTerminate) this.#ending += 1;
    const step = await stopRun(run, ended, kernel, redis, mayTerminate).finally(() => {
      if (mayTerminate) this.#ending -= 1;
    });
    running?.stop();
    if (step === null) await this.close();
    return step ?? 'killed';
  }

  /** Ends the process, and resolves when it is gone. */
  async close(): Promise<void> {
    this.#inspector.onClosed = () => undefined;
    this.#inspector.close();
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  /** Ends a process whose results cannot be read any more; the learner is told why. */
  async giveUp(): Promise<void> {
    this.#farewell = BROKEN;
    await this.close();
  }

  /** A process that cannot be reached is of no use: a cell may have closed the inspector. */
  async #endUnreachable(): Promise<void> {
    // One that is dying loses its connection too, and is about to say itself why.
    if (!(await settlesWithin(DYING_MS, this.exited))) this.#farewell ??= CUT;
    this.#child.kill('SIGKILL');
  }

  #rememberShift(run: string, shift: number): void {
    this.#shifts.set(run, shift);
    const oldest = this.#shifts.keys().next();
    if (this.#shifts.size > REMEMBERED_SHIFTS && !oldest.done) this.#shifts.delete(oldest.value);
  }

  readonly #shift = (run: string): number => this.#shifts.get(run) ?? 0;

  async #ask(method: string, args: object[]): Promise<unknown> {
    const { result, exceptionDetails } = await this.#inspector.call(this.#harness, method, args);
    if (exceptionDetails)
      throw new HarnessError(
        `${method}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
      );
    return result.value;
  }
}
