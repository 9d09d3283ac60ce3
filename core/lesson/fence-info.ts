/** The words after the three backticks of a fence: a language, then attributes. */
export interface FenceInfo {
  language: string;
  /** `name=value` and `name="two words"`; a bare `name` has the value true. */
  attributes: Map<string, string | true>;
}

const ATTRIBUTE = /\s+([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|([^\s"]+)))?(?=\s|$)/y;

/**
 * Parses the info string of a fence, such as `ts cell=add-entry title="Add an entry" blocking`.
 * There is no escape for a double quote inside a value: use single ones.
 *
 * @throws Error (without a place, which the caller knows) when an attribute is malformed or
 *   given twice.
 */
export function parseFenceInfo(info: string): FenceInfo {
  const text = info.trim();
  const language = /^\S*/.exec(text)?.[0] ?? '';
  const attributes = new Map<string, string | true>();
  ATTRIBUTE.lastIndex = language.length;
  while (ATTRIBUTE.lastIndex < text.length) {
    const from = ATTRIBUTE.lastIndex;
    const [, name, quoted, bare] = ATTRIBUTE.exec(text) ?? [];
    if (name === undefined) {
      throw new Error(`cannot read the attributes from "${text.slice(from).trim()}" on`);
    }
    if (attributes.has(name)) throw new Error(`the attribute "${name}" is given twice`);
    attributes.set(name, quoted ?? bare ?? true);
  }
  return { language, attributes };
}
