/** Shows something of every kind: printed text, a value, commands, changes, and a lens with all its parts. */
export const PROGRAM = `import { Database } from 'walrus';
const db = await Database.connect();
const orders = db.stream('orders');
for (let n = 1; n <= 6; n++) {
  await orders.add({ item: 'book ' + n, copies: n % 3 + 1 }, { id: n + '-1' });
}
const packers = db.consumerGroup('packers', ['orders'], { consumer: 'ann' });
await packers.create();
await packers.orders.read({ count: 4 });
await packers.consumer('bob').orders.read({ count: 1 });
await packers.orders.ack('1-1', '2-1');
console.log('\\x1b[32mpacked\\x1b[0m', 2, { of: 5 });
console.warn('one was never read');
await orders.range();
`;
