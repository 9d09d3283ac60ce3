/** What somebody who waits for a place on a full server is told, by how many are ahead of them. */
export function lineText(ahead: number): string {
  const who =
    ahead === 0
      ? 'you are the next to get in'
      : ahead === 1
        ? '1 person is ahead of you'
        : `${ahead} people are ahead of you`;
  return `The server is full: ${who}. This page lets you in by itself as soon as a place is free; you can read and edit meanwhile.`;
}
