import type { CDPSession, Page } from 'playwright-core';
import { cut, decodePicture, type Box, type Picture } from './picture.ts';

/** One picture of the page. */
export interface Shot {
  /** `1440-light-consumer-groups` */
  name: string;
  picture: Picture;
}

/** A part of the page, in CSS pixels from its upper left corner. */
interface Part extends Box {
  name: string;
}

/** Most pixels that the browser is asked for in one picture: it draws none that is higher. */
const MOST_HEIGHT = 8000;

/**
 * Pictures of parts of a page, however far they are outside the window.
 * @param scale pixels of the picture for one CSS pixel
 */
export async function shootParts(page: Page, selector: string, scale: number): Promise<Shot[]> {
  await page.evaluate('document.fonts.ready');
  const parts = await page.locator(selector).evaluateAll((elements) =>
    elements.map((element): Part => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: element.id, x: x + scrollX, y: y + scrollY, width, height };
    }),
  );
  const session = await page.context().newCDPSession(page);
  try {
    const shots: Shot[] = [];
    for (const group of together(parts, MOST_HEIGHT / scale))
      shots.push(...(await shoot(session, group, scale)));
    return shots;
  } finally {
    await session.detach();
  }
}

/** Each picture that the browser makes takes it a while, however small it is: as few as possible. */
function together(parts: readonly Part[], mostHeight: number): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const top = group?.[0]?.y ?? 0;
    if (group && part.y >= top && part.y + part.height - top <= mostHeight) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

async function shoot(session: CDPSession, parts: Part[], scale: number): Promise<Shot[]> {
  const left = Math.min(...parts.map(({ x }) => x));
  const top = Math.min(...parts.map(({ y }) => y));
  const right = Math.max(...parts.map(({ x, width }) => x + width));
  const bottom = Math.max(...parts.map(({ y, height }) => y + height));
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { x: left, y: top, width: right - left, height: bottom - top, scale },
  });
  const whole = decodePicture(Buffer.from(data, 'base64'));
  return parts.map(({ name, x, y, width, height }) => {
    const at = { x: Math.round((x - left) * scale), y: Math.round((y - top) * scale) };
    const size = {
      width: Math.min(Math.round(width * scale), whole.width - at.x),
      height: Math.min(Math.round(height * scale), whole.height - at.y),
    };
    return { name, picture: cut(whole, { ...at, ...size }) };
  });
}
