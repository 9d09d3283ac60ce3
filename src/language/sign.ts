import type * as ts from 'typescript';
import { cellFile } from './cell-file.ts';
import type { Place, Signature, SignatureHelp } from './language-api.ts';
import type { LanguageService } from './language-service.ts';
import { toMarkdown } from './to-markdown.ts';

/** The call that a place is in, with the parameter that stands there; null outside of calls. */
export function sign({ service }: LanguageService, { slug, offset }: Place): SignatureHelp | null {
  const help = service.getSignatureHelpItems(cellFile(slug), offset, undefined);
  if (!help) return null;
  return {
    signatures: help.items.map(signature),
    active: help.selectedItemIndex,
    activeParameter: help.argumentIndex,
  };
}

function signature(item: ts.SignatureHelpItem): Signature {
  let label = join(item.prefixDisplayParts);
  const parameters: Signature['parameters'] = [];
  item.parameters.forEach((parameter, index) => {
    if (index > 0) label += join(item.separatorDisplayParts);
    const start = label.length;
    label += join(parameter.displayParts);
    const markdown = toMarkdown(parameter.documentation, undefined);
    parameters.push({ label: [start, label.length], markdown });
  });
  label += join(item.suffixDisplayParts);
  const others = item.tags.filter(({ name }) => name !== 'param');
  return { label, markdown: toMarkdown(item.documentation, others), parameters };
}

function join(parts: readonly ts.SymbolDisplayPart[]): string {
  return parts.map(({ text }) => text).join('');
}
