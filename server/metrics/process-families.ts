import { performance } from 'node:perf_hooks';
import type { Family } from './family.ts';
import { gauge } from './family.ts';

/** What this process itself uses, kernels and Redis not included, under the names that are usual. */
export function processFamilies(): Family[] {
  const { user, system } = process.cpuUsage();
  const counter = (name: string, help: string, value: number): Family => ({
    name,
    help,
    type: 'counter',
    samples: [{ value }],
  });
  return [
    counter(
      'process_cpu_seconds_total',
      'Processor time of the server process.',
      (user + system) / 1e6,
    ),
    counter(
      'streambook_event_loop_busy_seconds_total',
      'Time that the event loop was busy; when it rises by 1 a second, one core is not enough.',
      performance.eventLoopUtilization().active / 1000,
    ),
    gauge(
      'process_resident_memory_bytes',
      'Memory of the server process.',
      process.memoryUsage.rss(),
    ),
    gauge(
      'process_start_time_seconds',
      'When the server process began, Unix time.',
      performance.timeOrigin / 1000,
    ),
  ];
}
