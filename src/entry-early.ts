import { openEarlyLine } from './connection/early-line.ts';
import { hello } from './connection/hello.ts';
import { socketUrl } from './connection/socket-url.ts';
import { safeStorage } from './storage/safe-storage.ts';
import { loadSessionId } from './storage/session-id.ts';

// Small, and run as soon as it is here: the rest of the page is still being loaded.
const session = loadSessionId(safeStorage(() => sessionStorage));
openEarlyLine(socketUrl(location, session), hello(session));
