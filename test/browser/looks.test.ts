import { describe, expect, it } from 'vitest';
import { ACCEPTED_SCALE, acceptedNames, putOut, readAccepted } from '../screenshots/accepted.ts';
import { comparePictures } from '../screenshots/compare-pictures.ts';
import type { Shot } from '../screenshots/shots.ts';
import { takeShots, WIDTHS } from '../screenshots/take.ts';
import { useSite } from './support/use-site.ts';

const site = useSite();

describe('the page looks as it did when somebody last looked at it', () => {
  it.each(WIDTHS)('at %i pixels, in both themes', async (width) => {
    const shots = await takeShots(site.browser, site.server.url, width, ACCEPTED_SCALE);
    expect(shots.map(({ name }) => name).toSorted()).toEqual(await acceptedNames(`${width}-`));
    const others: string[] = [];
    for (const shot of shots) {
      const problem = await problemOf(shot);
      if (problem !== null) others.push(problem);
    }
    expect(others, 'If it is to look so: npm run screenshots -- --accept').toEqual([]);
  });
});

/** What is not as it was accepted; the picture is put where a person can look at it. */
async function problemOf(shot: Shot): Promise<string | null> {
  const accepted = await readAccepted(shot.name);
  const places = accepted && comparePictures(accepted, shot.picture);
  if (places?.length === 0) return null;
  const file = await putOut(shot);
  const [first] = places ?? [];
  if (first === undefined) return `${shot.name}: never accepted, see ${file}`;
  const at = [first.x, first.y].map((value) => value / ACCEPTED_SCALE);
  return `${shot.name}: differs in ${places?.length} places, first at ${at.join(', ')}, see ${file}`;
}
