import buffer from './buffer.d.ts?raw';
import events from './events.d.ts?raw';
import globals from './globals.d.ts?raw';
import node from './node.d.ts?raw';
import web from './web.d.ts?raw';

/** Types of what every cell finds in the kernel, and of the parts of Node that it can import, by path. */
export const prelude: Record<string, string> = {
  'prelude/buffer.d.ts': buffer,
  'prelude/events.d.ts': events,
  'prelude/globals.d.ts': globals,
  'prelude/node.d.ts': node,
  'prelude/web.d.ts': web,
};
