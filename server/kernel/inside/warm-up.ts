import { Database } from 'walrus';
import { render } from './render.ts';
import { structure } from './values/structure.ts';

/**
 * Does once what first cells do: connects, sends a command, shows what it has. The first time takes ten
 * times as long as any other, and so nobody has to wait for it. Whatever is wrong will be told by a cell.
 */
export async function warmUp(): Promise<void> {
  try {
    await using db = await Database.connect();
    await db.client.exists('stream');
    render(db);
    structure([db]);
  } catch {
    // The cell that meets the same says it with its line.
  }
}
