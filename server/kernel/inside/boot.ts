/**
 * The first and only file that a kernel loads: prepares the process for cells and leaves the harness
 * for the server. Everything else happens through the inspector.
 */
import { HARNESS } from '../wire.ts';
import { emit } from './emit.ts';
import { installConsole } from './console.ts';
import { installLateErrors, installStacks } from './errors.ts';
import { installExit } from './exit.ts';
import { harness } from './harness.ts';
import { installTimers } from './timers.ts';
import { withhold } from './withhold.ts';

withhold();
installStacks();
installLateErrors();
installTimers();
installConsole();
installExit();
Reflect.set(globalThis, HARNESS, harness);
emit({ kind: 'booted' });
