import type { RunningServer } from '../../../server/server.ts';
import { startTestServer } from '../../support/server.ts';

/** A server that waits for the lens at the end of every run: what a cell changed is told whole on the busiest machine. */
export function startPatientServer(): Promise<RunningServer> {
  return startTestServer({ limits: { lastLookMs: 30_000 } });
}
