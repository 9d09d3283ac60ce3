/** What a key can ask for. */
export type KeyCommand =
  | 'run-and-next'
  | 'run'
  | 'run-and-add'
  | 'stop'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'edit'
  | 'leave'
  | 'format'
  | 'lens'
  | 'search'
  | 'add-above'
  | 'add-below'
  | 'delete'
  | 'bring-back'
  | 'restart'
  | 'show-keys';

/** Where a key works: in the text of a cell, on a selected cell, or in both. */
export type KeyPlace = 'text' | 'cell' | 'both';

/** One key with what is held down. `control` is Ctrl, or Cmd on a Mac. */
export interface Press {
  /** As KeyboardEvent names it, letters in lower case. */
  key: string;
  shift?: true;
  control?: true;
  alt?: true;
}

/** A row of the key map. */
export interface KeyBinding {
  command: KeyCommand;
  /** Ways to ask for it; each is one key, or two after each other. */
  ways: readonly (readonly Press[])[];
  where: KeyPlace;
  /** What it does, as the list of keys says it. */
  says: string;
}

/** Rows that the list of keys shows together. */
export interface KeyGroup {
  title: string;
  bindings: readonly KeyBinding[];
}

const twice = (key: string): readonly Press[] => [{ key }, { key }];

/**
 * Every key of the notebook, in the order of the list of keys. Both the keys and the list are made of
 * this, so that the list cannot say anything else than what the keys do. Single letters work on a
 * selected cell only, never while somebody types, and nowhere else on the page.
 */
export const keyMap: readonly KeyGroup[] = [
  {
    title: 'Run',
    bindings: [
      {
        command: 'run-and-next',
        ways: [[{ key: 'Enter', shift: true }]],
        where: 'both',
        says: 'Run the cell and go on to the next',
      },
      {
        command: 'run',
        ways: [[{ key: 'Enter', control: true }]],
        where: 'both',
        says: 'Run the cell and stay',
      },
      {
        command: 'run-and-add',
        ways: [[{ key: 'Enter', alt: true }]],
        where: 'both',
        says: 'Run the cell and add a scratch cell below',
      },
      {
        command: 'stop',
        ways: [twice('i')],
        where: 'cell',
        says: 'Stop the cell; where it is not running, stop all',
      },
      {
        command: 'restart',
        ways: [twice('0')],
        where: 'cell',
        says: 'Restart with a new kernel and an empty Redis; asks first',
      },
    ],
  },
  {
    title: 'Move',
    bindings: [
      {
        command: 'next',
        ways: [[{ key: 'j' }], [{ key: 'ArrowDown' }]],
        where: 'cell',
        says: 'Select the next cell',
      },
      {
        command: 'previous',
        ways: [[{ key: 'k' }], [{ key: 'ArrowUp' }]],
        where: 'cell',
        says: 'Select the cell before',
      },
      { command: 'first', ways: [[{ key: 'Home' }]], where: 'cell', says: 'Select the first cell' },
      { command: 'last', ways: [[{ key: 'End' }]], where: 'cell', says: 'Select the last cell' },
      {
        command: 'edit',
        ways: [[{ key: 'Enter' }]],
        where: 'cell',
        says: 'Edit the text of the cell',
      },
      {
        command: 'leave',
        ways: [[{ key: 'Escape' }]],
        where: 'text',
        says: 'Leave the text; the cell stays selected',
      },
      {
        command: 'format',
        ways: [[{ key: 'f', shift: true, alt: true }]],
        where: 'both',
        says: 'Format the text of the cell',
      },
      {
        command: 'lens',
        ways: [[{ key: 'l' }]],
        where: 'cell',
        says: 'Go to the stream lens; Esc comes back',
      },
      {
        command: 'search',
        ways: [[{ key: '/' }]],
        where: 'cell',
        says: 'Search the notebook; Esc comes back',
      },
    ],
  },
  {
    title: 'Scratch cells',
    bindings: [
      { command: 'add-above', ways: [[{ key: 'a' }]], where: 'cell', says: 'Add one above' },
      { command: 'add-below', ways: [[{ key: 'b' }]], where: 'cell', says: 'Add one below' },
      { command: 'delete', ways: [twice('d')], where: 'cell', says: 'Delete the scratch cell' },
      {
        command: 'bring-back',
        ways: [[{ key: 'z' }]],
        where: 'cell',
        says: 'Bring the one back that was deleted last',
      },
    ],
  },
  {
    title: 'Help',
    bindings: [
      { command: 'show-keys', ways: [[{ key: '?' }]], where: 'cell', says: 'Show this list' },
    ],
  },
];
