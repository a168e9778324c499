import { Graph } from '@dagrejs/dagre';
import { boxesIn, Picture, PictureArrow } from './picture';
import { Point, Rectangle } from './rectangle';
import { grouped } from './service-section';

type Rectangles = ReadonlyMap<string, Rectangle>;

/** One end of an arrow at a box. */
interface End {
  readonly arrow: string;
  readonly box: string;
  readonly side: 'left' | 'right';
  /** Height that the arrow comes from or goes to. */
  readonly towards: number;
}

/**
 * The points that each arrow passes.
 *
 * Dagre centres boxes and labels in columns. An arrow passes what else is in a column in a straight line at the height
 * that Dagre found, and bends only between the columns.
 */
export function routes(picture: Picture, graph: Graph, places: Rectangles, labels: Rectangles): Map<string, Point[]> {
  const columns = columnsOf(picture, graph, labels);
  const bends = new Map(picture.arrows.map(({ id, from, to }) => [id, graph.edge(from, to, id).points.slice(1, -1)]));
  const ports = portsOf(picture.arrows, graph, places, bends);
  return new Map(
    picture.arrows.map((arrow) => {
      const [start, end] = [ports.get(`${arrow.id} from`)!, ports.get(`${arrow.id} to`)!];
      const from = graph.node(arrow.from).x;
      const to = graph.node(arrow.to).x;
      const direction = from <= to ? 1 : -1;
      const entry = (x: number, y: number) => ({ x: x - (columns.get(x)! / 2) * direction, y });
      const exit = (x: number, y: number) => ({ x: x + (columns.get(x)! / 2) * direction, y });
      const passed = bends.get(arrow.id)!.flatMap(({ x, y }) => [entry(x, y), exit(x, y)]);
      return [arrow.id, [start, exit(from, start.y), ...passed, entry(to, end.y), end]];
    }),
  );
}

/** The width that boxes and labels take around each x at which something is centred. */
function columnsOf(picture: Picture, graph: Graph, labels: Rectangles): Map<number, number> {
  const columns = new Map<number, number>();
  const widen = (x: number, width: number) => columns.set(x, Math.max(columns.get(x) ?? 0, width));
  picture.frames.flatMap(boxesIn).forEach(({ id }) => widen(graph.node(id).x, graph.node(id).width));
  for (const { id, from, to } of picture.arrows) {
    const { x, points } = graph.edge(from, to, id);
    widen(x, labels.get(id)!.width);
    points.forEach((point) => widen(point.x, 0));
  }
  return columns;
}

/** Where arrows leave and reach boxes: spread over the side, in the order of where they come from or go to. */
function portsOf(
  arrows: readonly PictureArrow[],
  graph: Graph,
  places: Rectangles,
  bends: ReadonlyMap<string, readonly Point[]>,
): Map<string, Point> {
  const ends = arrows.flatMap(({ id, from, to }): End[] => {
    const rightward = graph.node(from).x <= graph.node(to).x;
    const points = bends.get(id)!;
    return [
      { arrow: `${id} from`, box: from, side: rightward ? 'right' : 'left', towards: points[0].y },
      { arrow: `${id} to`, box: to, side: rightward ? 'left' : 'right', towards: points[points.length - 1].y },
    ];
  });
  return new Map(
    grouped(ends, ({ box, side }) => `${box} ${side}`).flatMap((atSide) => {
      const { x, y, width, height } = places.get(atSide[0].box)!;
      const step = height / (atSide.length + 1);
      return [...atSide]
        .sort((one, other) => one.towards - other.towards)
        .map(({ arrow, side }, index): [string, Point] => [
          arrow,
          { x: side === 'right' ? x + width : x, y: y + step * (index + 1) },
        ]);
    }),
  );
}
