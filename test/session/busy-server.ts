/**
 * A server in a process of its own, for a test that kills it: says where it is when its learner is busy.
 * With a third argument it closes itself then, and says so.
 */
import { hasEnded } from '../../core/session/run.ts';
import { Learner } from '../support/learner.ts';
import { startServer } from '../../server/server.ts';
import { silentLog } from '../../server/log/log.ts';

const [kernelDir = '', source = '', closes] = process.argv.slice(2);

const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  clientDir: null,
  middleware: (_request, _response, next) => next(),
  kernelDir,
  log: silentLog,
  limits: { spares: 0 },
});
const learner = new Learner(server);
const id = learner.begin(source);
const run = await learner.until((view) =>
  view.runs.find((run) => run.id === id && (run.outputs.length > 0 || hasEnded(run.status))),
);
if (run.outputs.length === 0) {
  console.error(`The cell has printed nothing: ${JSON.stringify(learner.view.kernel)}`);
  process.exit(1);
}
console.log(server.url);
if (closes) {
  await server.close();
  console.log(`closed while ${run.status}`);
}
