import { gauge, type Family } from './family.ts';
import { processFamilies } from './process-families.ts';
import type { ServerMetrics } from './server-metrics.ts';
import { formatMetrics } from './text-format.ts';

/** What a server has at the moment, as far as /metrics tells it. */
export interface Present {
  registry: { readonly size: number; readonly waiting: number };
  pool: { readonly warm: number; readonly size: number };
  web: { readonly pages: number; readonly sentBytes: number };
  limits: { readonly sessions: number };
}

/** All of /metrics. */
export function readMetrics(
  metrics: ServerMetrics,
  { registry, pool, web, limits }: Present,
): string {
  const sent: Family = {
    name: 'streambook_sent_bytes_total',
    help: 'Bytes sent to browsers, the page and its files included.',
    type: 'counter',
    samples: [{ value: web.sentBytes }],
  };
  return formatMetrics([
    gauge('streambook_sessions', 'Sessions that are kept, with a page or without.', registry.size),
    gauge('streambook_sessions_waiting', 'Pages that wait in line for one.', registry.waiting),
    gauge('streambook_sessions_limit', 'Sessions that may be kept.', limits.sessions),
    gauge('streambook_pages', 'Pages that are connected.', web.pages),
    gauge('streambook_rooms', 'Kernels with a Redis, those on their way too.', pool.size),
    gauge('streambook_rooms_warm', 'Of these, those that wait for a learner.', pool.warm),
    sent,
    ...metrics.read(),
    ...processFamilies(),
  ]);
}
