/** Said when a run has shown so many characters as it may. */
export function cutNotice(maxOutput: number): string {
  return `The output was cut here: one run may show ${maxOutput.toLocaleString('en')} characters. The cell goes on, and the rest is not shown. Print less, or only a part.`;
}
