/** Drawings on a grid of 16, stroked unless they are listed in `filled`. */
export const paths = {
  play: 'M4.5 3v10l8.5-5z',
  stop: 'M4 4h8v8H4z',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  circle: 'M8 3.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.4',
  arc: 'M8 2.5A5.5 5.5 0 1 1 2.5 8',
  hourglass: 'M4 2.5h8M4 13.5h8M5 2.5c0 3.5 6 7.5 6 11M11 2.5c0 3.5-6 7.5-6 11',
  history: 'M2.8 6.2A5.5 5.5 0 1 1 2.5 8.6M2.5 3v3.3h3.3M8 5.2v3l2 1.3',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  undo: 'M3 6.5h6.5a3.3 3.3 0 0 1 0 6.6H6M3 6.5L6 3.5M3 6.5l3 3',
  link: 'M6.8 9.2l2.4-2.4M7.5 4.7l1.6-1.6a2.7 2.7 0 0 1 3.8 3.8l-1.6 1.6M8.5 11.3l-1.6 1.6a2.7 2.7 0 0 1-3.8-3.8l1.6-1.6',
  above: 'M3 3h10M8 13V6M5 8.8L8 6l3 2.8',
  chevron: 'M4 6l4 4 4-4',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  lens: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2l3.3 3.3',
  restart: 'M13.2 6.2A5.5 5.5 0 1 0 13.5 8.6M13.5 3v3.3h-3.3',
  warning: 'M8 2.5l6 10.7H2zM8 6.5v3.2M8 11.4v.2',
  arrow: 'M3 8h9.5M9 4.5L12.5 8 9 11.5',
  plus: 'M8 3.5v9M3.5 8h9',
  bin: 'M3 4.5h10M6.2 4.5V3h3.6v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.8M9.2 7v3.8',
  save: 'M8 2.5v7.5M5 7.2L8 10l3-2.8M3 13h10',
  open: 'M8 10.5V3M5 5.8L8 3l3 2.8M3 13h10',
  minus: 'M3.5 8h9',
  pin: 'M9.3 2.5l4.2 4.2-2.6.9-2.7 2.7-.3 2.8-4.8-4.8 2.8-.3 2.7-2.7zM5.4 10.6l-2.9 2.9',
  keys: 'M2 4h12v8H2zM4.5 6.6h.1M7 6.6h.1M9.4 6.6h.1M11.7 6.6h.1M5 9.5h6',
  more: 'M3.5 8h.1M8 8h.1M12.4 8h.1',
  script: 'M4 2.5h5.5L12.5 5.5v8H4zM9.3 2.7v3h3M6.3 8.3L8 9.8l-1.7 1.5M8.8 11.3h1.7',
  format: 'M2.5 3.5h11M5.5 6.5h8M5.5 9.5h8M2.5 12.5h11',
  window: 'M9.5 3H13v3.5M13 3L7.8 8.2M11.5 9.5V13H3V4.5h3.5',
  tilde: 'M2.8 9.3c1.5-2.8 3.3-2.8 5.2-1.3s3.7 1.5 5.2-1.3',
  entry: 'M3.5 3.5h9v9h-9z',
  recorded:
    'M8 2.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  group: 'M8 2l6 6-6 6-6-6z',
  consumer: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
} as const;

export type IconName = keyof typeof paths;

/** Those that are areas, not lines. */
export const filled: ReadonlySet<IconName> = new Set([
  'play',
  'stop',
  'entry',
  'group',
  'consumer',
] as const);
