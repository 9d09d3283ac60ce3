/** Gives the address for an id of the notebook; null when it is on the same page, or nowhere. */
export type WayToId = (id: string) => string | null;

/** HTML whose links into the notebook, `href="#cell-add"`, lead to the pages of the static site. */
export function relink(html: string, wayTo: WayToId): string {
  return html.replaceAll(/ href="#([^"]+)"/g, (whole, id: string) => {
    const way = wayTo(id);
    return way === null ? whole : ` href="${way}"`;
  });
}
