import { drawPictures } from './draw';
import { DrawnPicture } from './drawn-picture';
import { PathText, pathTexts } from './path-text';
import { NumberedPath, ServiceSection, serviceSections, summary } from './service-section';
import { STYLE } from './style';
import { MARKS, typeName } from './text';
import { breakable, Markup, markup } from '../../../page/markup';
import { renderPage } from '../../../page/page';
import { table } from '../../../page/table';
import { ConnectivityData, NameResolution } from '../../connectivity-data';
import { Verdict } from '../../verdict';

/** What a page may be told. */
export interface HtmlOptions {
  /** Heading of the page. */
  readonly title: string;
}

/** The data as one page, with a picture and tables, that needs no network and no script. */
export function renderHtml(data: ConnectivityData, { title }: HtmlOptions): string {
  const texts = pathTexts(data);
  const pictures = drawPictures(data, texts);
  return renderPage({
    title,
    summary: summary(data),
    style: STYLE + reasonRules(data, pictures),
    skipTo: { id: 'tables', name: 'the tables' },
    content: markup`${data.paths.length > 0 ? pictureSection(pictures, data, texts) : []}<div id="tables" tabindex="-1">
${serviceSections(data).map((section) => serviceTables(section, texts))}</div>
`,
  });
}

/** Shows the reasons of the path or of the arrow under the pointer, or else of the path with the focus. */
function reasonRules(data: ConnectivityData, pictures: readonly DrawnPicture[]): string {
  const arrows = pictures.flatMap((picture) => picture.arrows);
  const selectors = [
    ...data.paths.map((_, path) => `.report:has(#p${path}:hover) .r${path}`),
    ...data.paths.map((_, path) => `.report:not(:has(.path:hover, .line:hover)):has(#p${path}:focus) .r${path}`),
    ...arrows.flatMap(({ id, paths }) => paths.map((path) => `.report:has(#${id}:hover) .r${path}`)),
  ];
  const lines = data.paths.map((_, path) => `.report:has(#p${path}:is(:hover, :focus)) .l${path} .route`);
  if (selectors.length === 0) return '';
  return `${selectors.join(',\n')} { display: block; }
${lines.join(',\n')} { stroke-width: 4; }
.report:has(.path:hover, .line:hover, .path:focus) .hint { display: none; }
`;
}

function pictureSection(pictures: readonly DrawnPicture[], data: ConnectivityData, texts: readonly PathText[]): Markup {
  const reasons = data.paths.map(({ verdict }, path) => reason(path, verdict, texts[path]));
  return markup`<section class="report">
<h2 id="diagram">Diagram</h2>
<ul class="legend">
${Object.values(Verdict).map(legendEntry)}</ul>
${pictures.map(
  ({
    id,
    title,
    svg,
    narrowSvg,
  }) => markup`<div class="picture scroll" id="${id}" role="region" aria-label="Diagram of ${title}" tabindex="0">
${svg}
${narrowSvg}
</div>
`,
)}<div class="reasons">
<p class="hint muted">Point at an arrow or at a request type, or move there with the Tab key, to read why. A request type links to its row in the tables.</p>
${reasons}</div>
</section>
`;
}

const LINES: Readonly<Record<Verdict, string>> = {
  [Verdict.ALLOWED]: 'solid line',
  [Verdict.DENIED]: 'dashed line',
  [Verdict.UNKNOWN]: 'dotted line',
};

function legendEntry(verdict: Verdict): Markup {
  return markup`<li><svg class="line ${verdict}" width="52" height="12" aria-hidden="true"><path class="route" d="M2 6H44"/><path class="head" d="M52 6l-9 -5v10z"/></svg><span><span class="verdict ${verdict}">${MARKS[verdict]} ${verdict}</span> <span class="muted">${LINES[verdict]}</span></span></li>
`;
}

function reason(path: number, verdict: Verdict, { call, outcome, because, resolution }: PathText): Markup {
  return markup`<div class="reason ${verdict} r${path}"><p><strong>${call}</strong>: ${verdictOf(verdict, outcome)}</p><p>${because}</p><p class="muted">Name resolution: ${resolution}</p></div>
`;
}

function serviceTables({ name, service, requestTypes, rows }: ServiceSection, texts: readonly PathText[]): Markup {
  const heading = markup`<h2>${name}</h2>
<p class="muted">${typeName(service.type)}, ${service.id}</p>
`;
  if (rows.length === 0) {
    return markup`<section>${heading}<p>Nothing calls it.</p></section>
`;
  }
  return markup`<section>
${heading}${table(
    `Which requests reach ${name}`,
    ['From', ...requestTypes],
    rows.map((row) => [
      row.name,
      ...row.cells.map((cell) => markup`<td>${cell.map((path) => verdictCell(path, texts[path.index]))}</td>`),
    ]),
  )}${table(
    `What the name of ${name} resolves to`,
    ['From', 'Leads to', 'Steps', 'Because'],
    rows.flatMap(({ name: origin, resolutions }) => resolutions.map((each) => [origin, ...resolutionCells(each)])),
  )}</section>
`;
}

function verdictCell({ index, verdict }: NumberedPath, { outcome, because }: PathText): Markup {
  return markup`<div class="call ${verdict}" id="path-${index}">${verdictOf(verdict, outcome)}<p class="muted">${because}</p></div>`;
}

function verdictOf(verdict: Verdict, outcome: string): Markup {
  return markup`<span class="verdict">${MARKS[verdict]} ${verdict}</span>${breakable(outcome.slice(verdict.length))}`;
}

function resolutionCells({ kind, privateEndpoint, chain, reason: because, code }: NameResolution): Markup[] {
  return [
    markup`<td>${breakable(privateEndpoint ? `${kind}: ${privateEndpoint}` : kind)}</td>`,
    markup`<td><ol>${chain.map((step) => markup`<li>${breakable(step)}</li>`)}</ol></td>`,
    markup`<td>${code ? `${because} (${code})` : because}</td>`,
  ];
}
