import { Size } from './rectangle';
import { PICTURE_STYLE } from './style';
import { Markup, markup } from '../../../page/markup';

/** Content of a file of pictures. */
export interface SvgFileParts {
  readonly title: string;
  readonly description: string;
  readonly pictures: readonly (Size & { readonly title: string; readonly svg: Markup })[];
}

const MARGIN = 16;
const HEADING = 40;

/** The colours of pages; `--dashes` are those of verdicts. */
const COLORS = `svg {
  --page: #ffffff; --text: #1f2328; --muted: #57606a; --outside: #f6f8fa; --network: #f0f6ff; --subnet: #ffffff;
  --azure: #f3f0ff; --frame: #8c959f; --box: #ffffff; --allowed: #116329; --denied: #a40e26; --unknown: #57606a;
  font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  svg {
    --page: #0d1117; --text: #e6edf3; --muted: #9da7b3; --outside: #161b22; --network: #111d2e; --subnet: #0d1117;
    --azure: #1b1730; --frame: #6e7681; --box: #0d1117; --allowed: #56d364; --denied: #ff7b72; --unknown: #adb6c0;
  }
}
.allowed { --verdict: var(--allowed); }
.denied { --verdict: var(--denied); --dashes: 7 5; }
.unknown { --verdict: var(--unknown); --dashes: 2 4; }
.ground { fill: var(--page); }
.heading { font-size: 18px; font-weight: 600; }
`;

/** Pictures one below the other, as a file that needs nothing else. */
export function svgFile({ title, description, pictures }: SvgFileParts): string {
  const width = Math.max(480, ...pictures.map((picture) => picture.width)) + 2 * MARGIN;
  let y = MARGIN;
  const placed = pictures.map(({ title: heading, svg, height }) => {
    const drawn = markup`<text class="heading" x="${MARGIN}" y="${y + 22}">${heading}</text>
<g transform="translate(${MARGIN} ${y + HEADING})">${svg}</g>
`;
    y += HEADING + height + MARGIN;
    return drawn;
  });
  const height = pictures.length > 0 ? y : HEADING;
  const file = markup`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="title" aria-describedby="description">
<title id="title">${title}</title>
<desc id="description">${description}</desc>
<style>${new Markup(PICTURE_STYLE + COLORS)}</style>
<rect class="ground" width="${width}" height="${height}"/>
${placed}</svg>
`;
  return file.text;
}
