/**
 * Puts the rendered page into index.html. Throws when a place for it is missing.
 * @param {string} template has one comment `app-head` and one `app-body`
 * @param {{ head: string, body: string }} rendered
 */
export function fillTemplate(template, { head, body }) {
  return fill(fill(template, '<!--app-head-->', head), '<!--app-body-->', body);
}

/**
 * @param {string} text
 * @param {string} place
 * @param {string} content
 */
function fill(text, place, content) {
  const parts = text.split(place);
  if (parts.length !== 2) throw new Error(`index.html needs ${place} exactly once`);
  return parts.join(content);
}
