import { createHash } from 'crypto';
import { Markup, markup } from './markup';
import { STYLE } from './style';

/** Parts of a page. */
export interface PageParts {
  /** Heading and title. */
  readonly title: string;
  /** One sentence below the heading. */
  readonly summary: string;
  /** CSS after that of all pages. */
  readonly style?: string;
  /** Target of the skip link: id of an element of the content, and its name in a sentence. */
  readonly skipTo: { readonly id: string; readonly name: string };
  /** Content below the heading. */
  readonly content: Markup;
  /** Content of the foot of the page. */
  readonly foot?: Markup;
  /** JavaScript that runs when all is there; the page has to be complete without it. */
  readonly script?: string;
}

/** A page of HTML that loads nothing from elsewhere, and runs no script but its own; equal parts give equal bytes. */
export function renderPage({ title, summary, style = '', skipTo, content, foot, script }: PageParts): string {
  const css = STYLE + style;
  const scripts = script ? ` script-src 'sha256-${hash(script)}';` : '';
  const page = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${new Markup(hash(css))}';${new Markup(scripts)} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(css)}</style>
</head>
<body>
<a class="skip" href="#${skipTo.id}">Skip to ${skipTo.name}</a>
<header>
<h1>${title}</h1>
<p class="muted">${summary}</p>
</header>
<main>
${content}</main>
${
  foot
    ? markup`<footer>
${foot}</footer>
`
    : ''
}${
    script
      ? markup`<script>${new Markup(script)}</script>
`
      : ''
  }</body>
</html>
`;
  return page.text;
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64');
