import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../core/lesson/lesson.ts';
import type { RecordedNotebook } from '../../core/record/recorded-notebook.ts';
import { RecordedState } from './recorded.svelte.ts';

const notebook = (hash: string): RecordedNotebook => ({
  version: 1,
  lessons: [
    {
      redis: { product: 'Redis', version: '7.0.15' },
      cells: [
        {
          cell: 'add',
          sourceHash: hash,
          status: 'ok',
          outputs: [],
          commands: [],
          commandsOmitted: 0,
          changes: [],
          at: 1,
          delta: [],
        },
      ],
    },
  ],
});

/** A page that can load what its answers say, one after the other. */
function page(...answers: (RecordedNotebook | Error)[]) {
  const shown: { dialect: Dialect } = { dialect: 'walrus' };
  const asked: Dialect[] = [];
  const state = new RecordedState(
    () => shown.dialect,
    (dialect) => {
      asked.push(dialect);
      const answer = answers.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? null);
    },
  );
  return { state, shown, asked };
}

describe('RecordedState', () => {
  it('shows a cell only with the text that was recorded, and not before it is told to', async () => {
    const { state, asked } = page(notebook('own'));
    await state.load('walrus');
    await state.load('walrus');
    expect(asked).toEqual(['walrus']);
    expect(state.find('add', 'own')).toBeNull();
    state.show('add');
    expect(state.find('add', 'own')).toMatchObject({ redis: 'Redis 7.0.15' });
    expect(state.find('add', 'edited')).toBeNull();
    expect(state.view?.history.marks).toHaveLength(1);
  });

  it('tries again after a failure, and says that there was one', async () => {
    const { state } = page(new Error('offline'), notebook('own'));
    await state.load('walrus');
    expect([state.hasFailed, state.view]).toEqual([true, null]);
    await state.load('walrus');
    expect([state.hasFailed, state.redis]).toEqual([false, 'Redis 7.0.15']);
  });

  it('has nothing to show of lessons that were not recorded', async () => {
    const { state } = page();
    await state.load('walrus');
    expect([state.hasFailed, state.view]).toEqual([false, null]);
  });
});
