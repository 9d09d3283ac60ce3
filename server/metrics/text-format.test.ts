import { describe, expect, it } from 'vitest';
import { Counter } from './counter.ts';
import { Histogram } from './histogram.ts';
import { formatMetrics } from './text-format.ts';

describe('metrics in text', () => {
  it('hold every value of a counter from the start', () => {
    const counter = new Counter('hits_total', 'Hits.', 'limit', ['a', 'b']);
    counter.add('b');
    counter.add('b', 2);
    expect(formatMetrics([counter.read()])).toBe(
      '# HELP hits_total Hits.\n# TYPE hits_total counter\nhits_total{limit="a"} 0\nhits_total{limit="b"} 3\n',
    );
  });

  it('add a histogram up from bound to bound', () => {
    const times = new Histogram('t_seconds', 'Times.', [0.01, 0.1]);
    for (const ms of [10, 11, 500, -5]) times.observe(ms);
    expect(formatMetrics([times.read()])).toBe(
      [
        '# HELP t_seconds Times.',
        '# TYPE t_seconds histogram',
        't_seconds_bucket{le="0.01"} 2',
        't_seconds_bucket{le="0.1"} 3',
        't_seconds_bucket{le="+Inf"} 4',
        't_seconds_sum 0.521',
        't_seconds_count 4',
        '',
      ].join('\n'),
    );
  });

  it('keep what would break a line', () => {
    const samples = [{ labels: { a: 'x"y\\z\n' }, value: 1 }];
    expect(formatMetrics([{ name: 'n', help: 'a\nb\\', type: 'gauge', samples }])).toBe(
      '# HELP n a\\nb\\\\\n# TYPE n gauge\nn{a="x\\"y\\\\z\\n"} 1\n',
    );
  });
});
