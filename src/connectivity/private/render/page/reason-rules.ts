import { DrawnPicture } from '../drawn-picture';

/** CSS that shows the reasons of the path or of the arrow under the pointer, or else of the path with the focus. */
export function reasonRules(pictures: readonly DrawnPicture[]): string {
  return pictures.filter(({ service }) => service !== undefined).map(rulesOf).join('');
}

function rulesOf({ id, arrows }: DrawnPicture): string {
  const report = `#report-${id}`;
  const arrowsOf = new Map<number, string[]>();
  for (const arrow of arrows) {
    for (const path of arrow.paths) arrowsOf.set(path, [...(arrowsOf.get(path) ?? []), `#${arrow.id}`]);
  }
  const paths = [...arrowsOf.keys()].sort((one, other) => one - other);
  if (paths.length === 0) return '';
  const link = (path: number) => `.path[href="#path-${path}"]`;
  const shown = [
    ...paths.map((path) => `${report}:has(${link(path)}:hover) .r${path}`),
    ...paths.map((path) => `${report}:not(:has(.path:hover, .line:hover)):has(${link(path)}:focus) .r${path}`),
    ...arrows.flatMap((arrow) => arrow.paths.map((path) => `${report}:has(#${arrow.id}:hover) .r${path}`)),
  ];
  const lines = paths.map(
    (path) => `${report}:has(${link(path)}:is(:hover, :focus)) :is(${arrowsOf.get(path)!.join(', ')}) path:not(.target)`,
  );
  return `${shown.join(',\n')} { display: block; }
${lines.join(',\n')} { stroke-width: 4; }
`;
}
