import type { Page } from 'playwright-core';

/** Frames per second, and the time between two that one in twenty exceeds, in ms. */
export interface Pace {
  frames: number;
  slow: number;
}

/**
 * Counts the frames of a page, and brings it to the front for that.
 * @param scene source of a function for its window, called each frame
 * @param watched ms
 */
export async function pace(page: Page, scene: string, watched: number): Promise<Pace> {
  await page.bringToFront();
  const gaps = await page.evaluate<number[]>(
    `new Promise((resolve) => {
      const scene = ${scene};
      const times = [];
      const frame = (now) => {
        times.push(now);
        if (now - times[0] > ${watched}) resolve(times.slice(1).map((time, at) => time - times[at]));
        else {
          scene();
          requestAnimationFrame(frame);
        }
      };
      requestAnimationFrame(frame);
    })`,
  );
  const sorted = gaps.toSorted((a, b) => a - b);
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  return {
    frames: (1000 * gaps.length) / sum,
    slow: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
  };
}
