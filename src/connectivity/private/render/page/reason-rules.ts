import { DrawnPicture } from '../drawn-picture';

/** CSS that shows the reasons of the path or of the arrow under the pointer, or else of the path with the focus. */
export function reasonRules(pictures: readonly DrawnPicture[]): string {
  return pictures
    .filter(({ service }) => service !== undefined)
    .map(rulesOf)
    .join('');
}

/** Of rules that are equally specific the later one counts: the pointer hides what the focus shows. */
function rulesOf({ id, arrows }: DrawnPicture): string {
  const report = `#report-${id}`;
  const arrowsOf = new Map<number, string[]>();
  for (const arrow of arrows) {
    for (const path of arrow.paths) arrowsOf.set(path, [...(arrowsOf.get(path) ?? []), `#${arrow.id}`]);
  }
  const paths = [...arrowsOf].sort(([one], [other]) => one - other);
  const link = (path: number, state: string) => `${report}:has(a[href="#path-${path}"]${state})`;
  return [
    rule(
      paths.map(([path]) => `${link(path, ':focus')} .r${path}`),
      'display: block',
    ),
    rule([`${report}:has(.picture a:hover) .reason`, `${report}:has(.picture .line:hover) .reason`], 'display: none'),
    rule(
      [
        ...paths.map(([path]) => `${link(path, ':hover')} .r${path}`),
        ...arrows.map((arrow) => `${report}:has(#${arrow.id}:hover) :is(${arrow.paths.map((path) => `.r${path}`)})`),
      ],
      'display: block',
    ),
    rule(
      paths.map(([path, lines]) => `${link(path, ':is(:hover, :focus)')} :is(${lines}) .route`),
      'stroke-width: 4',
    ),
  ].join('');
}

function rule(selectors: readonly string[], declaration: string): string {
  return selectors.length > 0 ? `${selectors.join(',\n')} { ${declaration}; }\n` : '';
}
