import { LIMITS } from '../config/limits.ts';
import type { EndReason, LimitName, ServerEvent } from '../log/server-event.ts';
import { Counter } from './counter.ts';
import type { Family } from './family.ts';
import { Histogram } from './histogram.ts';

const limits = Object.keys(LIMITS).filter((name): name is keyof typeof LIMITS => name in LIMITS);
const LIMIT_NAMES: readonly LimitName[] = [...limits, 'sourceLength', 'messageBytes'];
const END_REASONS: readonly EndReason[] = ['memory', 'stopped', 'ended', 'broken', 'cut', 'stuck'];
const CELL_BOUNDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const START_BOUNDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What has happened on a server since its start, counted from its events. */
export class ServerMetrics {
  #sessions = new Counter('streambook_sessions_opened_total', 'Sessions begun.', '', ['']);
  #cells = new Counter('streambook_cells_total', 'Cells that have ended.', 'status', [
    'ok',
    'error',
    'stopped',
  ]);
  #cellTimes = new Histogram(
    'streambook_cell_duration_seconds',
    'From the start of a cell to its end, without its wait for a turn; stopped cells are left out.',
    CELL_BOUNDS,
  );
  #roomTimes = new Histogram(
    'streambook_room_start_seconds',
    'How long a kernel and its Redis took to be ready.',
    START_BOUNDS,
  );
  #limits = new Counter(
    'streambook_limits_hit_total',
    'Times that somebody met a limit.',
    'limit',
    LIMIT_NAMES,
  );
  #kernels = new Counter(
    'streambook_kernel_restarts_total',
    'Kernels that ended in a session and were replaced.',
    'reason',
    END_REASONS,
  );
  #redis = new Counter(
    'streambook_redis_restarts_total',
    'Redis servers that ended in a session and were replaced.',
    'reason',
    END_REASONS,
  );
  #faults = new Counter(
    'streambook_faults_total',
    'Faults of ours, each with an id in the log.',
    '',
    [''],
  );

  count(told: ServerEvent): void {
    switch (told.event) {
      case 'session-opened':
        return this.#sessions.add('');
      case 'cell-ended':
        this.#cells.add(told.status);
        if (told.status !== 'stopped') this.#cellTimes.observe(told.ms);
        return undefined;
      case 'room-opened':
        return this.#roomTimes.observe(told.ms);
      case 'kernel-replaced':
        return this.#kernels.add(told.reason);
      case 'redis-replaced':
        return this.#redis.add(told.reason);
      case 'limit-hit':
        return this.#limits.add(told.limit);
      case 'session-resumed':
      case 'session-closed':
      case 'session-restarted':
      case 'draining':
      case 'drained':
        return undefined;
    }
  }

  countFault(): void {
    this.#faults.add('');
  }

  read(): Family[] {
    const counters = [
      this.#sessions,
      this.#cells,
      this.#cellTimes,
      this.#roomTimes,
      this.#limits,
      this.#kernels,
      this.#redis,
      this.#faults,
    ];
    return counters.map((counter) => counter.read());
  }
}
