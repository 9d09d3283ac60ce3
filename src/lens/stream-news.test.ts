import { describe, expect, it } from 'vitest';
import { newsByStream } from './stream-news.ts';

const where = { stream: 's', group: 'g' };
const row = { id: '1-0', deliveredAt: 0, deliveries: 2, ghost: false };

describe('newsByStream', () => {
  it('sorts changes by stream and group', () => {
    const news = newsByStream([
      { kind: 'streams-omitted', omitted: 2 },
      { kind: 'stream-made', stream: 's' },
      { kind: 'entry-added', stream: 's', entry: { id: '1-0', fields: [] } },
      { kind: 'entry-removed', stream: 't', id: '1-0', why: 'trimmed' },
      { kind: 'group-made', ...where, lastDeliveredId: '0-0' },
      { kind: 'consumer-appeared', ...where, consumer: 'c' },
      { kind: 'claimed', ...where, from: 'b', to: 'c', row, deliveries: 1 },
      { kind: 'acknowledged', ...where, consumer: 'c', id: '0-1' },
    ]);
    expect([...news.keys()]).toEqual(['s', 't']);
    expect(news.get('t')?.trimmed).toEqual(['1-0']);
    expect(news.get('s')).toMatchObject({ isNew: true, added: new Set(['1-0']) });
    expect(news.get('s')?.groups.get('g')).toMatchObject({
      isNew: true,
      newConsumers: new Set(['c']),
      pending: new Map([['1-0', { kind: 'claimed', from: 'b', deliveries: 1 }]]),
      gone: [{ id: '0-1', consumer: 'c', why: 'acknowledged' }],
    });
  });

  it('knows why a stream is gone, and that one which was made again is there', () => {
    const gone = { kind: 'stream-gone', stream: 's', why: 'expired' } as const;
    expect(newsByStream([gone]).get('s')?.gone).toBe('expired');
    const news = newsByStream([gone, { kind: 'stream-made', stream: 's' }]).get('s');
    expect(news).toMatchObject({ gone: null, isNew: true });
  });

  it('does not call a stream gone for which there is no room', () => {
    expect(
      newsByStream([{ kind: 'stream-gone', stream: 's', why: 'hidden' }]).get('s')?.gone,
    ).toBeNull();
  });
});
