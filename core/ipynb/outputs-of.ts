import type { RecordedCell } from '../record/recording.ts';
import { linesOf, type NotebookOutput } from './notebook.ts';

/** What a recorded cell has shown, as outputs of a notebook. */
export function outputsOf({ outputs }: RecordedCell, count: number): NotebookOutput[] {
  return outputs.flatMap((output): NotebookOutput[] => {
    switch (output.kind) {
      case 'text':
        return [{ output_type: 'stream', name: output.stream, text: linesOf(output.text) }];
      case 'value':
        return [
          {
            output_type: 'execute_result',
            execution_count: count,
            data: { 'text/plain': linesOf(output.text) },
            metadata: {},
          },
        ];
      case 'error':
        return [
          {
            output_type: 'error',
            ename: output.name,
            evalue: output.message,
            traceback: [`${output.name}: ${output.message}`, ...output.stack.split('\n')],
          },
        ];
      case 'notice':
        return [];
    }
  });
}
