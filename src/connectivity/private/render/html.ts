import { drawPictures } from './draw';
import { wayNames } from './names';
import { Anchors } from './page/anchors';
import { attention, verdictCounts } from './page/attention';
import { contents, controls } from './page/controls';
import { reasonRules } from './page/reason-rules';
import { SCRIPT } from './page/script';
import { pictureRegion, serviceSection } from './page/service';
import { PAGE_STYLE } from './page/style';
import { pathTexts } from './path-text';
import { serviceSections, summary } from './service-section';
import { STYLE } from './style';
import { Markup, markup } from '../../../page/markup';
import { renderPage } from '../../../page/page';
import { ConnectivityData } from '../../connectivity-data';

/** Fact about the origin of a report, such as a version or a commit. */
export interface ProvenanceRow {
  readonly name: string;
  readonly value: string;
}

/** Options of the page. */
export interface HtmlOptions {
  /** Heading of the page. */
  readonly title: string;
  /** Facts in the foot of the page; nothing that differs between equal runs is added. */
  readonly provenance?: readonly ProvenanceRow[];
}

/** The data as one page, with pictures and tables, that needs no network; its script only filters and copies. */
export function renderHtml(data: ConnectivityData, { title, provenance = [] }: HtmlOptions): string {
  const texts = pathTexts(data);
  const anchors = new Anchors(data);
  const pictures = drawPictures(data, texts);
  const ofService = new Map(pictures.map((picture) => [picture.service, picture]));
  const overview = ofService.get(undefined);
  const context = { anchors, texts, wayName: wayNames(data), origins: data.origins };
  return renderPage({
    title,
    summary: summary(data),
    style: STYLE + PAGE_STYLE + reasonRules(pictures),
    script: SCRIPT,
    skipTo: { id: 'services', name: 'the services' },
    content: markup`${
      data.paths.length > 0
        ? markup`${verdictCounts(data)}${attention(data, anchors)}${controls(data, anchors)}${contents(data, anchors)}`
        : []
    }<div id="services" tabindex="-1">
${
  overview
    ? markup`<section class="overview" aria-labelledby="all">
<h2 id="all">${overview.title}</h2>
${pictureRegion(overview)}</section>
`
    : []
}${serviceSections(data).map((section) => serviceSection(section, ofService.get(section.service.id), context))}</div>
`,
    foot: provenance.length > 0 ? foot(provenance) : undefined,
  });
}

function foot(provenance: readonly ProvenanceRow[]): Markup {
  return markup`<h2>About this report</h2>
<dl class="provenance">
${provenance.map(
  ({ name, value }) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
`;
}
