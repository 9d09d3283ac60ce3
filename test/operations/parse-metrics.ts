/** A metric as somebody reads it who has only the text. */
export interface Read {
  type: string;
  help: string;
  /** By what stands before the value: `name{label="value"}`. */
  values: Map<string, number>;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(`^((${NAME})(?:\\{${LABEL}(?:,${LABEL})*\\})?) (\\S+)$`);

/**
 * Reads the text format of Prometheus and accepts nothing else: HELP and TYPE before the values, each
 * name once, every line ended, histograms that add up. @throws Error naming the line that is wrong
 */
export function parseMetrics(text: string): Map<string, Read> {
  if (!text.endsWith('\n')) throw new Error('the last line is not ended');
  const found = new Map<string, Read>();
  let now: { name: string; read: Read } | null = null;
  let help: { name: string; text: string } | null = null;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, helped = '', words = ''] = new RegExp(`^# HELP (${NAME}) (.+)$`).exec(line) ?? [];
    const [, typed = '', type = ''] =
      new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram)$`).exec(line) ?? [];
    if (helped) help = { name: helped, text: words };
    else if (typed) {
      if (help?.name !== typed || found.has(typed)) throw new Error(`out of place: ${line}`);
      now = { name: typed, read: { type, help: help.text, values: new Map() } };
      found.set(typed, now.read);
    } else {
      const [, key = '', name = '', value = ''] = SAMPLE.exec(line) ?? [];
      if (!now || !belongs(name, now.name, now.read.type)) throw new Error(`wrong: ${line}`);
      if (now.read.values.has(key) || !/^\d+(\.\d+)?(e[+-]?\d+)?$/.test(value))
        throw new Error(`wrong value: ${line}`);
      now.read.values.set(key, Number(value));
    }
  }
  for (const [name, read] of found) check(name, read);
  return found;
}

function belongs(name: string, family: string, type: string): boolean {
  if (type !== 'histogram') return name === family;
  return ['_bucket', '_sum', '_count'].some((suffix) => name === family + suffix);
}

function check(name: string, { type, values }: Read): void {
  if (values.size === 0) throw new Error(`${name} has no value`);
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`${name} is no total`);
  if (type !== 'histogram') return;
  const buckets = [...values].filter(([key]) => key.startsWith(`${name}_bucket`));
  const rising = buckets.every(([, value], index) => value >= (buckets[index - 1]?.[1] ?? 0));
  const all = buckets.at(-1);
  if (!rising || all?.[0] !== `${name}_bucket{le="+Inf"}` || all[1] !== values.get(`${name}_count`))
    throw new Error(`${name} does not add up`);
}
