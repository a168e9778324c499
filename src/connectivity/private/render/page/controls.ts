import { Anchors } from './anchors';
import { Markup, markup } from '../../../../page/markup';
import { ConnectivityData } from '../../../connectivity-data';
import { uniqueNames } from '../../../internal/unique-names';
import { Verdict } from '../../../verdict';
import { originNames } from '../names';

/** The filters, which the script shows and reads. Without the script they stay hidden, and all paths stay shown. */
export function controls(data: ConnectivityData, anchors: Anchors): Markup {
  const called = new Set(data.paths.map(({ service }) => service));
  const calling = new Set(data.paths.map(({ origin }) => origin));
  const services = [...uniqueNames(data.services)].filter(([id]) => called.has(id));
  const origins = [...originNames(data)].filter(([id]) => calling.has(id));
  return markup`<form class="filters" role="search" aria-label="Filter the paths" autocomplete="off" hidden>
${
  services.length > 1
    ? choice(
        'To',
        'to',
        'all services',
        services.map(([id, name]) => [anchors.serviceName(id), name]),
      )
    : []
}${choice(
    'From',
    'from',
    'all places',
    origins.map(([id, name]) => [anchors.originName(id), name]),
  )}${choice(
    'Verdict',
    'verdict',
    'all verdicts',
    Object.values(Verdict).map((verdict) => [verdict, verdict]),
  )}<label>Search <input type="search" name="find" placeholder="address, code, name"></label>
<button type="reset">Show all</button>
</form>
<p id="status" class="muted" role="status"></p>
`;
}

function choice(
  label: string,
  name: string,
  all: string,
  options: readonly (readonly [value: string, text: string])[],
): Markup {
  return markup`<label>${label} <select name="${name}"><option value="">${all}</option>${options.map(
    ([value, text]) => markup`<option value="${value}">${text}</option>`,
  )}</select></label>
`;
}

/** Links to the services, where there are several. */
export function contents(data: ConnectivityData, anchors: Anchors): Markup {
  if (data.services.length < 2) return markup``;
  return markup`<nav aria-label="Services"><ul class="contents">
${[...uniqueNames(data.services)].map(
  ([id, name]) => markup`<li><a href="#${anchors.service(id)}">${name}</a></li>
`,
)}</ul></nav>
`;
}
