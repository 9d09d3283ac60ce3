/** True where there is room for the full editor; below, a plain text field takes its place. */
export function isWide(): boolean {
  return matchMedia('(min-width: 800px)').matches;
}
