import { startRoomServer } from '../../bench/room/room-server.ts';
import { openBrowser } from '../support/browser.ts';
import { accept, ACCEPTED_SCALE, OUT, putOut } from './accepted.ts';
import type { Shot } from './shots.ts';
import { takeShots, WIDTHS } from './take.ts';

/** Takes all pictures of the built page: for a person to look at, or as what it is to look like. */
export async function run(asAccepted: boolean): Promise<void> {
  const server = await startRoomServer({});
  const browser = await openBrowser();
  try {
    const shots: Shot[] = [];
    for (const width of WIDTHS)
      shots.push(...(await takeShots(browser, server.url, width, asAccepted ? ACCEPTED_SCALE : 1)));
    if (asAccepted) await accept(shots);
    else for (const shot of shots) await putOut(shot);
    console.log(
      asAccepted ? `${shots.length} pictures were accepted.` : `${shots.length} pictures in ${OUT}`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
