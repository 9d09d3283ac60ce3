import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that it has started, those that they have started, and so on. */
export function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [Number(name), Number(/\) \S (\d+)/.exec(status)?.[1])] as const;
      } catch {
        return [0, 0] as const;
      }
    });
  const below = (of: number): number[] => [
    of,
    ...parents.filter(([, parent]) => parent === of).flatMap(([child]) => below(child)),
  ];
  return below(pid);
}
