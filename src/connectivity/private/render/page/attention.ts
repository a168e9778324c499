import { Anchors } from './anchors';
import { Markup, markup } from '../../../../page/markup';
import { ConnectivityData } from '../../../connectivity-data';
import { uniqueNames } from '../../../internal/unique-names';
import { OriginKind } from '../../../origin-kind';
import { Verdict } from '../../../verdict';
import { originNames } from '../names';
import { grouped, NumberedPath } from '../service-section';
import { MARKS } from '../text';

const ORDER = [Verdict.ALLOWED, Verdict.DENIED, Verdict.UNKNOWN];

const LINES: Readonly<Record<Verdict, string>> = {
  [Verdict.ALLOWED]: 'solid line',
  [Verdict.DENIED]: 'dashed line',
  [Verdict.UNKNOWN]: 'dotted line',
};

/** Counts of paths by verdict, with the sign and the line that each has in the pictures. */
export function verdictCounts({ paths }: ConnectivityData): Markup {
  return markup`<ul class="counts">
${ORDER.map((verdict) => {
  const number = paths.filter((path) => path.verdict === verdict).length;
  return markup`<li class="${verdict}"><span class="verdict">${MARKS[verdict]} <b>${number}</b> ${verdict}</span><span class="muted"><svg class="line ${verdict}" width="44" height="12" aria-hidden="true"><path class="route" d="M2 6H36"/><path class="head" d="M44 6l-9 -5v10z"/></svg>${LINES[verdict]}</span></li>
`;
})}</ul>
`;
}

/** Paths to read first: requests that the internet may send, and those that are unknown. */
export function attention(data: ConnectivityData, anchors: Anchors): Markup {
  const numbered = data.paths.map((path, index) => ({ ...path, index }));
  const internet = new Set(data.origins.filter(({ kind }) => kind === OriginKind.INTERNET).map(({ id }) => id));
  const open = numbered.filter(({ origin, verdict }) => internet.has(origin) && verdict === Verdict.ALLOWED);
  const unknown = numbered.filter(({ verdict }) => verdict === Verdict.UNKNOWN);
  return markup`<section aria-labelledby="first">
<h2 id="first">Look at these first</h2>
<dl class="first">
<dt class="allowed">${MARKS[Verdict.ALLOWED]} Open to the internet</dt>
${callers(open, data, anchors, 'No request from the internet is known to be allowed.')}<dt class="unknown">${MARKS[Verdict.UNKNOWN]} Unknown</dt>
${callers(unknown, data, anchors, 'Every path has a verdict.')}</dl>
</section>
`;
}

function callers(paths: readonly NumberedPath[], data: ConnectivityData, anchors: Anchors, nothing: string): Markup {
  if (paths.length === 0) {
    return markup`<dd class="muted">${nothing}</dd>
`;
  }
  const services = uniqueNames(data.services);
  const origins = originNames(data);
  return markup`${grouped(paths, ({ service, origin }) => JSON.stringify([service, origin])).map((calls) => {
    const [{ service, origin }] = calls;
    const links = calls.map(
      ({ index, requestType }, place) =>
        markup`${place > 0 ? ', ' : ''}<a href="#${anchors.path(index)}">${requestType}</a>`,
    );
    return markup`<dd>${links} from ${origins.get(origin)!} to ${services.get(service)!}</dd>
`;
  })}`;
}
