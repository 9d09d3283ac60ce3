import type { Page } from 'playwright-core';
import { pace, type Pace } from './pace.ts';

/** What is compared: a page, beside an empty one of the same browser. */
export interface PaceComparison {
  page: Page;
  empty: Page;
  /** How long the frames of each are counted in each round, in ms. */
  watched: number;
  rounds: number;
  /** Frames that the page should draw for each that the empty one draws. */
  goal: number;
}

/** Prints the head of the table to which comparePace() adds lines. @param name of the page */
export function printPaceHead(name: string, { goal, rounds }: PaceComparison): void {
  console.log(`goal: ${goal} × the frames of an empty page; medians of ${rounds}\n`);
  console.log(`| while | empty page | ${name} | frames | 95 % of frames within |`);
  console.log('|---|---:|---:|---:|---:|');
}

/**
 * Prints how many frames a page draws while something goes on.
 * @param scene source of a function for its window, called each frame
 * @param beside done while its frames are counted
 */
export async function comparePace(
  { page, empty, watched, rounds, goal }: PaceComparison,
  name: string,
  scene: string,
  beside: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const measured: { own: Pace; peer: Pace }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const peer = await pace(empty, '() => undefined', watched);
    const [own] = await Promise.all([pace(page, scene, watched), beside()]);
    measured.push({ peer, own });
  }
  const middle = (pick: (round: { own: Pace; peer: Pace }) => number) =>
    measured.map(pick).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  const frames = (of: 'own' | 'peer') => `${middle((round) => round[of].frames).toFixed(1)}/s`;
  const slow = (of: 'own' | 'peer') => `${middle((round) => round[of].slow).toFixed(0)} ms`;
  const ratio = middle(({ own, peer }) => own.frames / peer.frames);
  const verdict = ratio < goal ? ', too few' : '';
  console.log(
    `| ${name} | ${frames('peer')} | ${frames('own')} | ${ratio.toFixed(2)} ×${verdict} | ${slow('own')} (empty: ${slow('peer')}) |`,
  );
}
