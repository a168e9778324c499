import { Anchors } from './anchors';
import { breakable, Markup, markup } from '../../../../page/markup';
import { table } from '../../../../page/table';
import { NameResolution, ReportedOrigin } from '../../../connectivity-data';
import { OriginKind } from '../../../origin-kind';
import { Verdict } from '../../../verdict';
import { DrawnPicture } from '../drawn-picture';
import { PathText } from '../path-text';
import { NumberedPath, OriginRow, ServiceSection } from '../service-section';
import { MARKS, typeName } from '../text';

/** Context of the sections of all services. */
export interface SectionContext {
  readonly anchors: Anchors;
  readonly texts: readonly PathText[];
  /** Names of the ways to services. */
  readonly wayName: (key: string) => string;
  readonly origins: readonly ReportedOrigin[];
}

/** The section of one service: its picture with the reasons, who reaches it, and what its name resolves to. */
export function serviceSection(
  section: ServiceSection,
  picture: DrawnPicture | undefined,
  context: SectionContext,
): Markup {
  const { service, name, rows } = section;
  const { anchors, wayName } = context;
  const endpoints = service.privateEndpoints.map(
    (key) => markup`<li>${wayName(key)} <code>${breakable(key)}</code></li>`,
  );
  return markup`<section class="service" id="${anchors.service(service.id)}" data-to="${anchors.serviceName(service.id)}">
<h2><a class="anchor" href="#${anchors.service(service.id)}">${breakable(name)}</a></h2>
<p class="muted">${typeName(service.type)} <code>${breakable(service.id)}</code></p>
${
  endpoints.length > 0
    ? markup`<ul class="endpoints muted" aria-label="Private endpoints of ${name}">${endpoints}</ul>
`
    : ''
}${picture ? report(section, picture, context) : ''}${
    rows.length === 0
      ? markup`<p>Nothing calls it.</p>
`
      : tables(section, picture, context)
  }</section>
`;
}

/** A picture in a region that scrolls where the window is too small for it. */
export function pictureRegion({ id, title, svg, narrowSvg }: DrawnPicture): Markup {
  return markup`<div class="picture scroll" role="region" aria-label="Diagram: ${title}" tabindex="0" id="${id}">
${svg}
${narrowSvg}</div>
`;
}

function report({ rows }: ServiceSection, picture: DrawnPicture, { texts }: SectionContext): Markup {
  const paths = rows.flatMap(({ cells }) => cells.flat());
  return markup`<div class="report" id="report-${picture.id}" data-arrows="${picture.arrows
    .map(({ id, paths: own }) => [id, ...own].join(' '))
    .join(',')}">
<a class="skip" href="#tables-${picture.id}">Skip the diagram</a>
${pictureRegion(picture)}<div class="reasons">
<p class="hint muted">Point at an arrow or at a request type, or move there with the Tab key, to read why. A request type links to its row in the tables.</p>
${paths.map((path) => reason(path, texts[path.index]))}</div>
</div>
`;
}

function reason({ index, verdict }: NumberedPath, { call, outcome, because, resolution }: PathText): Markup {
  return markup`<div class="reason ${verdict} r${index}"><p><strong>${call}</strong>: ${verdictOf(verdict, outcome)}</p><p>${because}</p><p class="muted">Name resolution: ${resolution}</p></div>
`;
}

function tables(section: ServiceSection, picture: DrawnPicture | undefined, context: SectionContext): Markup {
  const { name, service, requestTypes, rows } = section;
  const { anchors, wayName } = context;
  const from = (row: OriginRow) => markup` data-from="${anchors.originName(row.id)}"`;
  return markup`<div class="tables"${picture ? markup` id="tables-${picture.id}" tabindex="-1"` : ''}>
${table({
  caption: `Which requests reach ${name}`,
  heads: ['From', ...requestTypes],
  rows: rows.map((row) => ({
    attributes: markup` id="${anchors.row(service.id, row.id)}"${from(row)}`,
    head: markup`<a class="anchor" href="#${anchors.row(service.id, row.id)}">${breakable(row.name)}</a>`,
    cells: row.cells.map((cell) => markup`${cell.map((path) => verdictCell(path, context))}`),
  })),
})}${endpointNote(rows, context)}${table({
    caption: `What the name of ${name} resolves to`,
    heads: ['From', 'Leads to', 'Steps', 'Because'],
    rows: rows.flatMap((row) =>
      row.resolutions.map((each) => ({
        attributes: from(row),
        head: breakable(row.name),
        cells: resolutionCells(each, wayName),
      })),
    ),
  })}</div>
`;
}

/** Says who is meant by the callers of an endpoint that have no place of their own. */
function endpointNote(rows: readonly OriginRow[], { origins }: SectionContext): Markup {
  const endpoints = new Set(origins.filter(({ kind }) => kind === OriginKind.PRIVATE_ENDPOINT).map(({ id }) => id));
  if (!rows.some(({ id }) => endpoints.has(id))) return markup``;
  return markup`<p class="note muted">Anything else that reaches an endpoint: callers without a row of their own that get to its address, such as virtual machines of the network, of peered networks, or of an on-premises network behind a gateway.</p>
`;
}

function verdictCell({ index, verdict }: NumberedPath, { anchors, texts }: SectionContext): Markup {
  const { outcome, because } = texts[index];
  const id = anchors.path(index);
  return markup`<div class="call ${verdict}" id="${id}" data-path="${index}"><span id="path-${index}"></span><a class="anchor" href="#${id}">${verdictOf(verdict, outcome)}</a><p class="muted">${because}</p></div>`;
}

function verdictOf(verdict: Verdict, outcome: string): Markup {
  return markup`<span class="verdict">${MARKS[verdict]} ${verdict}</span>${breakable(outcome.slice(verdict.length))}`;
}

function resolutionCells(
  { kind, privateEndpoint, chain, reason: because, code }: NameResolution,
  wayName: (key: string) => string,
): Markup[] {
  return [
    breakable(privateEndpoint ? `${kind}: ${wayName(privateEndpoint)}` : kind),
    markup`<ol>${chain.map((step) => markup`<li>${breakable(step)}</li>`)}</ol>`,
    markup`${code ? `${because} (${code})` : because}`,
  ];
}
