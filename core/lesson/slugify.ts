/** The words of a text as a slug, `words-of-it`; empty when it has no letter or digit of ASCII. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
