/** One value of a metric. `suffix` is of a histogram's parts: `_bucket`, `_sum`, `_count`. */
export interface Sample {
  suffix?: string;
  labels?: Readonly<Record<string, string>>;
  value: number;
}

/** A metric with all its values, as Prometheus reads it. */
export interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples: readonly Sample[];
}

/** A value that is read when somebody looks. */
export function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ value }] };
}
