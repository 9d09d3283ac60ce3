const units = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
] as const;

/** How long something is ago, in the largest unit that fits: `8 s`, `2 min`, `3 h`, `4 d`. @param ms at least 0 */
export function ageText(ms: number): string {
  const { name, ms: size } = units.find((unit) => ms >= unit.ms) ?? units[3];
  return `${Math.max(0, Math.floor(ms / size))} ${name}`;
}
