import type * as ts from 'typescript';

/** A comment on a declaration as Markdown: what it says, then its parameters, result and examples. */
export function toMarkdown(
  text: readonly ts.SymbolDisplayPart[] | undefined,
  tags: readonly ts.JSDocTagInfo[] | undefined,
): string {
  const parts = [prose(text), ...(tags ?? []).map(tagText)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function tagText(tag: ts.JSDocTagInfo): string {
  const text = prose(tag.text);
  switch (tag.name) {
    case 'param': {
      const [, name = '', rest = ''] = /^(\S+)\s*-?\s*([^]*)$/.exec(text) ?? [];
      return rest === '' ? '' : `\`${name}\`: ${rest}`;
    }
    case 'returns':
    case 'return':
      return text === '' ? '' : `Gives ${text}`;
    case 'throws':
      return text === '' ? '' : `Throws ${text}`;
    case 'example':
      return text.includes('```') ? text : `\`\`\`typescript\n${text}\n\`\`\``;
    case 'deprecated':
      return `Deprecated. ${text}`.trim();
    case 'see':
      return text === '' ? '' : `See ${text}`;
    default:
      return '';
  }
}

/** Links are shown as names: they lead to declarations, which a page does not have. */
function prose(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return (parts ?? [])
    .map(({ kind, text }) =>
      kind === 'link' ? '' : kind === 'linkName' ? `\`${text.trim()}\`` : text,
    )
    .join('')
    .trim();
}
