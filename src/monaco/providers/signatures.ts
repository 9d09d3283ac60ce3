import type { languages } from 'monaco-editor/editor';
import type { LanguageClient } from '../../language/language-client.ts';
import { codeAndText } from './code-and-text.ts';
import { placeIn } from './place-in.ts';

/** Shows the parameters of the call that is being typed. */
export function signatures(client: LanguageClient): languages.SignatureHelpProvider {
  return {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [')'],
    async provideSignatureHelp(model, position) {
      const place = placeIn(model, position);
      const help = place && (await client.ask('sign', place));
      if (!help) return null;
      const value = {
        activeSignature: help.active,
        activeParameter: help.activeParameter,
        signatures: help.signatures.map(({ label, markdown, parameters }) => ({
          label,
          documentation: codeAndText('', markdown),
          parameters: parameters.map((parameter) => ({
            label: parameter.label,
            documentation: codeAndText('', parameter.markdown),
          })),
        })),
      };
      return { value, dispose: () => undefined };
    },
  };
}
