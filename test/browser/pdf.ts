import { buildSync } from 'esbuild';
import { Browser, Page } from 'playwright-core';

// Functions below run in the browser; the project's types know neither it nor what the bundle leaves there.
declare const atob: any;
declare const document: any;
declare let pdf: any;

/** A text in a PDF, with its place in points from the lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A page of a PDF. */
export interface PdfPage {
  /** Width and height of the paper, in points. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PdfText[];
  /** All texts in the order in which they are drawn, without white space. */
  readonly all: string;
  /** What is drawn, step by step, as JSON. */
  readonly drawing: string;
}

/** Prints a page into a PDF and reads it; pdf.js runs in the browser, because it needs a newer Node.js than the library. */
export async function printed(browser: Browser, page: Page): Promise<PdfPage[]> {
  const reader = await readerOf(browser, page);
  const pages = await reader.evaluate(() => {
    const numbers = Array.from({ length: pdf.read.numPages }, (_, index) => index + 1);
    return Promise.all(
      numbers.map(async (number) => {
        const one = await pdf.read.getPage(number);
        const { items } = await one.getTextContent();
        const { fnArray, argsArray } = await one.getOperatorList();
        const [left, bottom, right, top] = one.view;
        return {
          width: right - left,
          height: top - bottom,
          texts: items
            .filter(({ str }: any) => str.trim() !== '')
            .map(({ str, transform, width, height }: any) => ({
              text: str,
              left: transform[4],
              right: transform[4] + width,
              bottom: transform[5],
              top: transform[5] + height,
            })),
          all: items.map(({ str }: any) => str.replace(/\s+/g, '')).join(''),
          drawing: JSON.stringify([fnArray, argsArray]),
        };
      }),
    );
  });
  await reader.close();
  return pages;
}

/** Prints a page into a PDF, and one page of that as PNG. */
export async function printedImage(browser: Browser, page: Page, number: number): Promise<Buffer> {
  const reader = await readerOf(browser, page);
  const url = await reader.evaluate(async (wanted) => {
    const one = await pdf.read.getPage(wanted);
    const viewport = one.getViewport({ scale: 4 / 3 });
    const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height });
    await one.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
    return canvas.toDataURL('image/png') as string;
  }, number);
  await reader.close();
  return Buffer.from(url.split(',')[1], 'base64');
}

/** A window with the PDF of a page as `pdf.read`. */
async function readerOf(browser: Browser, page: Page): Promise<Page> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const reader = await browser.newPage();
  await reader.addScriptTag({ content: READER });
  await reader.evaluate(async (base64) => {
    const own = Uint8Array.from(atob(base64), (character: string) => character.charCodeAt(0));
    pdf = { read: await pdf.getDocumentProxy(own, { disableFontFace: false }) };
  }, bytes.toString('base64'));
  return reader;
}

const READER = buildSync({
  stdin: { contents: "export { getDocumentProxy } from 'unpdf';", resolveDir: __dirname },
  bundle: true,
  format: 'iife',
  globalName: 'pdf',
  platform: 'browser',
  write: false,
}).outputFiles[0].text;
