import type { Log } from '../log/log.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** A log that also counts what it is told. */
export function countedLog(log: Log, metrics: ServerMetrics): Log {
  return {
    tell(event) {
      metrics.count(event);
      log.tell(event);
    },
    info: (line) => log.info(line),
    error(what, cause, session) {
      metrics.countFault();
      return log.error(what, cause, session);
    },
  };
}
