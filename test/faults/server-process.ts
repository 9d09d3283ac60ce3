/** A server as `npm start` has it, without a page; says where it is. */
import { startServer } from '../../server/server.ts';

const [kernelDir = ''] = process.argv.slice(2);

const server = await startServer({
  port: 0,
  host: '127.0.0.1',
  clientDir: null,
  middleware: (_request, _response, next) => next(),
  kernelDir,
});
console.log(`at ${server.url}`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
