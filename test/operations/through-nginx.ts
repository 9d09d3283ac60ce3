import { once } from 'node:events';
import { Agent, request } from 'node:https';
import { WebSocket } from 'ws';
import { socketUrl } from '../../src/connection/socket-url.ts';
import { Page } from '../session/page.ts';
import { SITE, type RunningNginx } from '../support/nginx.ts';

/** The site's name with the port that nginx has here, as a browser writes it. */
export const hostOf = ({ port }: RunningNginx) => `${SITE}:${port}`;

/** How a browser reaches nginx: at 127.0.0.1, under the site's name, trusting its certificate. */
function route({ port, certificate }: RunningNginx) {
  return { host: '127.0.0.1', port, servername: SITE, ca: certificate };
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export async function ask(
  nginx: RunningNginx,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = request({ ...route(nginx), path, headers: { host: hostOf(nginx), ...headers } });
  sent.end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, headers: response.headers, body };
}

/** A page's WebSocket through nginx. @param session that the page had */
export function socket(
  nginx: RunningNginx,
  session: string | null = null,
  headers: Record<string, string> = {},
  origin = `https://${hostOf(nginx)}`,
): WebSocket {
  const host = hostOf(nginx);
  const { pathname, search } = new URL(socketUrl({ protocol: 'https:', host }, session));
  const { port, servername, ca } = route(nginx);
  return new WebSocket(`wss://127.0.0.1:${port}${pathname}${search}`, {
    agent: new Agent({ servername, ca }),
    origin,
    headers: { host, ...headers },
  });
}

let opened = 0;

/** Opens a page through nginx, in a new session or the one that it had. */
export async function openPage(nginx: RunningNginx, session: string | null = null): Promise<Page> {
  const page = await Page.over(socket(nginx, session), `page${opened++}`);
  await page.hello(session);
  return page;
}
