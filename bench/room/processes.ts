import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of a processor's clock in a second, as Linux counts them for programs. */
const TICKS = 100;

/** A process below another one, as /proc tells. */
export interface ProcessUse {
  name: string;
  /** Its share of memory: pages that several processes use are divided among them. Bytes. */
  memory: number;
  /** Processor time that it has used, in ms. */
  cpu: number;
}

/** What all processes below (and with) this one use. Linux only. */
export function usesBelow(root: number): ProcessUse[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : null;
    if (!stat) continue;
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const all = [root];
  for (const pid of all) all.push(...(children.get(pid) ?? []));
  return all.flatMap((pid) => useOf(pid) ?? []);
}

/** Memory of the processes whose name is one of these, in bytes. */
export function memoryOf(uses: readonly ProcessUse[], names: readonly string[]): number {
  return uses
    .filter(({ name }) => names.includes(name))
    .reduce((sum, { memory }) => sum + memory, 0);
}

/** Processor time of all, in ms. */
export function cpuOf(uses: readonly ProcessUse[]): number {
  return uses.reduce((sum, { cpu }) => sum + cpu, 0);
}

function useOf(pid: number): ProcessUse | null {
  const stat = readStat(pid);
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  const memory = Number(/^Pss:\s+(\d+) kB/m.exec(rollup ?? '')?.[1] ?? Number.NaN) * 1024;
  return stat && Number.isFinite(memory) ? { name: stat.name, memory, cpu: stat.cpu } : null;
}

function readStat(pid: number): { name: string; parent: number; cpu: number } | null {
  const text = read(`/proc/${pid}/stat`);
  // The name stands in parentheses and may hold any character.
  const match = /^\d+ \((.*)\) \S (\d+) (.*)$/s.exec(text ?? '');
  if (!match) return null;
  const fields = (match[3] ?? '').split(' ').map(Number);
  const ticks = (fields[9] ?? 0) + (fields[10] ?? 0);
  return { name: match[1] ?? '', parent: Number(match[2]), cpu: (1000 * ticks) / TICKS };
}

/** null when the process is gone, or is not ours to look at. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
