/**
 * The packages to unpack, from what `apt-get install --simulate` prints: those it would install whose
 * names are `wanted`, of the program and its libraries. The C library is left out: the system's own must
 * serve, since one of another version cannot be loaded beside it.
 */
export function missingPackages(simulation: string, wanted: RegExp): string[] {
  const names = [...simulation.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
  return names.filter((name) => wanted.test(name) && !/^libc(6|-bin)\b/.test(name));
}
