import { Page } from 'playwright-core';

// Functions below run in the page; the project's types know no browser.
declare const document: any;
declare const getComputedStyle: any;

/** A text of the page and the contrast between its colour and what is behind it. */
export interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** The contrast of each visible text, by the formula of WCAG 2.2. */
export function contrasts(page: Page): Promise<Contrast[]> {
  return page.evaluate(() => {
    const FOLLOWING = 4;
    const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const opaque = (color: string) => color.startsWith('rgb') && (parse(color)[3] ?? 1) > 0;
    const luminance = (color: string) => {
      const [r, g, b] = parse(color).map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behindElement = (element: any): string => {
      for (let at = element; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if (opaque(color)) return color;
      }
      return 'rgb(255, 255, 255)';
    };
    const behindSvgText = (text: any): string => {
      const box = text.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const rectangles = [...text.ownerSVGElement.querySelectorAll('rect')].filter((rect: any) => {
        const its = rect.getBoundingClientRect();
        return its.left <= x && x <= its.right && its.top <= y && y <= its.bottom;
      });
      const fills = rectangles
        .filter((rect: any) => rect.compareDocumentPosition(text) === FOLLOWING)
        .map((rect: any) => getComputedStyle(rect).fill)
        .filter(opaque);
      return fills[fills.length - 1] ?? behindElement(text.ownerSVGElement);
    };
    const ownText = (element: any) =>
      [...element.childNodes].some((node: any) => node.nodeType === 3 && node.textContent.trim() !== '');
    return [...document.body.querySelectorAll('*')]
      .filter((element: any) => ownText(element) && element.tagName !== 'title' && element.getClientRects().length > 0)
      .map((element: any) => {
        const isSvg = element.ownerSVGElement !== undefined;
        const style = getComputedStyle(element);
        const fore = luminance(isSvg ? style.fill : style.color);
        const back = luminance(isSvg ? behindSvgText(element) : behindElement(element));
        const ratio = (Math.max(fore, back) + 0.05) / (Math.min(fore, back) + 0.05);
        return { text: element.textContent, ratio };
      });
  });
}

/** Texts of the diagram that stick out of their box, label or frame, or are smaller than 12 pixels. */
export function badTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad = (text: any) => {
      const rect = text.closest('.path, .request, .box, .frame, .label').querySelector('rect').getBoundingClientRect();
      const its = text.getBoundingClientRect();
      const inside =
        its.left >= rect.left && its.right <= rect.right && its.top >= rect.top && its.bottom <= rect.bottom;
      return !inside || parseFloat(getComputedStyle(text).fontSize) < 12;
    };
    return [...document.querySelectorAll('.picture text')].filter(bad).map((text: any) => text.textContent);
  });
}

/** Pairs of boxes and labels of one picture that cover each other. */
export function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const places = [...document.querySelectorAll('.box > rect, .label > .plate')].map((rect: any) => ({
      name: rect.parentElement.textContent,
      picture: rect.ownerSVGElement,
      place: rect.getBoundingClientRect(),
    }));
    const apart = (one: any, other: any) =>
      one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
    return places.flatMap((one, index) =>
      places
        .slice(index + 1)
        .filter((other) => other.picture === one.picture && !apart(one.place, other.place))
        .map((other) => `${one.name} / ${other.name}`),
    );
  });
}

/** Visible lines that run through a box that they do not begin or end at, followed step by step. */
export function crossings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const EDGE = 1;
    return [...document.querySelectorAll('.picture svg')].flatMap((svg: any) => {
      if (svg.getClientRects().length === 0) return [];
      const boxes = [...svg.querySelectorAll('.box > rect')].map((rect: any) => rect.getBBox());
      return [...svg.querySelectorAll('.line .route')].flatMap((route: any) => {
        const length = route.getTotalLength();
        const points = Array.from({ length: Math.ceil(length / 3) }, (_, step) => route.getPointAtLength(step * 3));
        const inside = ({ x, y, width, height }: any) =>
          points.some(
            (point: any) =>
              point.x > x + EDGE && point.x < x + width - EDGE && point.y > y + EDGE && point.y < y + height - EDGE,
          );
        return boxes.filter(inside).map(() => `${route.getAttribute('d')}`);
      });
    });
  });
}

/** How much wider the document is than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The sizes of the pictures, in pixels of CSS. */
export function pictureSizes(page: Page): Promise<{ width: number; height: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.picture svg')].map((picture: any) => {
      const { width, height } = picture.getBoundingClientRect();
      return { width, height };
    }),
  );
}
