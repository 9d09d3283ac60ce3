import type { languages } from 'monaco-editor/editor';
import type { LanguageClient } from '../../language/language-client.ts';
import type { Models } from '../models.ts';
import type { NotebookCell } from '../notebook-cell.ts';
import { rangeOf } from '../range-of.ts';
import { undoTogether } from '../undo-together.ts';
import { placeIn } from './place-in.ts';

const noAnswer = 'The name could not be looked up. Try again.';

/** Renames in all cells, also in those that no editor shows. */
export function renames(
  client: LanguageClient,
  models: Models,
  cells: () => readonly NotebookCell[],
): languages.RenameProvider {
  return {
    async resolveRenameLocation(model, position) {
      const place = placeIn(model, position);
      const found = place && (await client.ask('renamed', place));
      const nowhere = { range: rangeOf(model, { start: 0, length: 0 }), text: '' };
      if (!found) return { ...nowhere, rejectReason: noAnswer };
      if ('why' in found) return { ...nowhere, rejectReason: found.why };
      return { range: rangeOf(model, found.span), text: found.name };
    },
    async provideRenameEdits(model, position, to) {
      const place = placeIn(model, position);
      const found = place && (await client.ask('rename', { ...place, to }));
      if (!found) return { edits: [], rejectReason: noAnswer };
      if (found.kind === 'refused') return { edits: [], rejectReason: found.why };
      const known = new Map(cells().map((cell) => [cell.slug, cell]));
      const changed = found.cells.flatMap(({ slug, edits }) => {
        const cell = known.get(slug);
        // What is edited must be in Monaco's hands, whether it is shown or not.
        return cell ? [{ edits, text: models.of(cell).text }] : [];
      });
      undoTogether(changed.map(({ text }) => text));
      return {
        edits: changed.flatMap(({ edits, text }) =>
          edits.map((edit) => ({
            resource: text.uri,
            versionId: text.getVersionId(),
            textEdit: { range: rangeOf(text, edit.span), text: edit.text },
          })),
        ),
      };
    },
  };
}
