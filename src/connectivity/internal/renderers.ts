import { ConnectivityData } from '../connectivity-data';
import { ConnectivityFormat } from '../connectivity-format';
import { renderDot } from '../private/render/dot';
import { standaloneSvg } from '../private/render/draw';
import { renderHtml } from '../private/render/html';
import { renderJson } from '../private/render/json';
import { renderMarkdown } from '../private/render/markdown';
import { renderMermaid } from '../private/render/mermaid';

/** The page of a report, with what its foot says of its origin. */
export { renderHtml } from '../private/render/html';

/** Writers of a report in each form; only the page and the pictures need a title. */
export const RENDERERS: Readonly<Record<ConnectivityFormat, (data: ConnectivityData, title: string) => string>> = {
  [ConnectivityFormat.JSON]: renderJson,
  [ConnectivityFormat.MARKDOWN]: renderMarkdown,
  [ConnectivityFormat.MERMAID]: renderMermaid,
  [ConnectivityFormat.GRAPHVIZ]: renderDot,
  [ConnectivityFormat.HTML]: (data, title) => renderHtml(data, { title }),
  [ConnectivityFormat.SVG]: standaloneSvg,
};
