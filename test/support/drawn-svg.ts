/** A rectangle of a picture, by its edges. */
export interface Area {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A level or upright part of a line. */
export interface Segment {
  readonly line: string;
  readonly verdict: string;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/** What the text of an SVG draws, read without anything of what wrote it. */
export interface DrawnSvg {
  readonly picture: Area;
  readonly frames: readonly Area[];
  readonly boxes: readonly Area[];
  readonly plates: readonly Area[];
  readonly chips: readonly Area[];
  readonly segments: readonly Segment[];
  /** Both ends of each line. */
  readonly ends: ReadonlyMap<string, readonly (readonly [x: number, y: number])[]>;
}

const number = (text: string, name: string) => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(text)![1]);

function areaOf(name: string, rectangle: string): Area {
  const [left, top] = [number(rectangle, 'x'), number(rectangle, 'y')];
  const [width, height] = [number(rectangle, 'width'), number(rectangle, 'height')];
  return { name, left, top, right: left + width, bottom: top + height };
}

const areas = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map(([, name, rect]) => areaOf(name, rect));

/** The corners of a path of `M`, `H` and `V`. */
function cornersOf(path: string): [number, number][] {
  let at: [number, number] = [0, 0];
  return [...path.matchAll(/([MHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(([, step, first, second]) => {
    if (step === 'M') at = [Number(first), Number(second)];
    else at = step === 'H' ? [Number(first), at[1]] : [at[0], Number(first)];
    return at;
  });
}

/** Reads one picture. */
export function readSvg(svg: string): DrawnSvg {
  const [, root] = /^<svg ([^>]*)>/.exec(svg)!;
  const lines = [...svg.matchAll(/<g class="line (\w+)[^"]*"[^>]*>(.*)<\/g>\n/g)];
  const segments: Segment[] = [];
  const ends = new Map<string, [number, number][]>();
  lines.forEach(([, verdict, content], index) => {
    // The wide line below the visible one leads on to the tip of a head.
    const routes = [...content.matchAll(/class="(target|route)" d="([^"]*)"/g)];
    const head = /class="head" d="M(-?[\d.]+) (-?[\d.]+)/.exec(content);
    routes
      .filter(([, kind]) => kind === 'route')
      .forEach(([, , path], route) => {
        const corners = cornersOf(path);
        if (route === 0) {
          const tip: [number, number] = head ? [Number(head[1]), Number(head[2])] : corners[corners.length - 1];
          ends.set(`${index}`, [corners[0], tip]);
        }
        corners.slice(1).forEach((to, at) => segments.push({ line: `${index}`, verdict, from: corners[at], to }));
      });
  });
  const text = (part: string) => part.replace(/<[^>]*>/g, ' ').trim();
  return {
    picture: {
      name: 'picture',
      left: 0,
      top: 0,
      right: number(` ${root}`, 'width'),
      bottom: number(` ${root}`, 'height'),
    },
    frames: areas(svg, /<g class="frame \w+"><title>(.*?)<\/title>(<rect [^>]*>)/g),
    boxes: areas(svg, /<g class="box \w+"[^>]*><title>(.*?)<\/title>(<rect [^>]*>)/g),
    plates: [...svg.matchAll(/<g class="label">(<rect class="plate"[^>]*>)(.*?)<\/g>\n/g)].map(([, rect, content]) =>
      areaOf(text(content), rect),
    ),
    chips: [...svg.matchAll(/<g class="chip \w+">(<rect [^>]*>)(.*?)<\/g>/g)].map(([, rect, content]) =>
      areaOf(text(content), rect),
    ),
    segments,
    ends,
  };
}

/** Whether two areas cover some of the same ground. */
export function meet(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether an area lies in another one. */
export function isIn(inner: Area, outer: Area): boolean {
  return (
    inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom
  );
}

/** The ground of a segment, which has no width. */
export function groundOf({ line, from, to }: Segment): Area {
  return {
    name: `line ${line}`,
    left: Math.min(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    right: Math.max(from[0], to[0]),
    bottom: Math.max(from[1], to[1]),
  };
}

/** Whether a segment passes through the inside of an area. */
export function passes(segment: Segment, area: Area): boolean {
  const ground = groundOf(segment);
  return ground.left < area.right && area.left < ground.right
    ? ground.top < area.bottom && area.top < ground.bottom
    : false;
}
