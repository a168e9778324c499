import { Graph, layout } from '@dagrejs/dagre';
import { boxesIn, Picture, PictureArrow, PictureFrame } from './picture';
import { aroundCentre, bounds, overlap, Point, Rectangle, Size } from './rectangle';
import { routes } from './routes';

/** Where everything in a picture stands, in pixels. */
export interface Layout extends Size {
  /** Boxes and frames by id. */
  readonly places: ReadonlyMap<string, Rectangle>;
  /** The points that each arrow passes, by id. */
  readonly lines: ReadonlyMap<string, readonly Point[]>;
  /** The labels of arrows by id. */
  readonly labels: ReadonlyMap<string, Rectangle>;
}

type Sizes = ReadonlyMap<string, Size>;

/** Between the edge of a frame and what it holds. */
export const PADDING = 14;

/** Between the edge of the picture and its frames. */
const MARGIN = 8;

/**
 * Lays the picture out from left to right. `sizes` holds those of boxes, of titles of frames and of labels by id.
 *
 * Dagre leaves no space for titles of frames. It therefore lays out each box together with the padding and the titles of
 * all frames around it, and the frames are drawn around the boxes afterwards.
 */
export function layOut(picture: Picture, sizes: Sizes): Layout {
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 16, edgesep: 20, ranksep: 26 });
  picture.frames.forEach((frame) => addFrame(graph, frame, sizes, []));
  const endpoints = new Set(picture.frames.flatMap(boxesIn).flatMap(({ id, kind }) => (kind === 'endpoint' ? id : [])));
  for (const arrow of picture.arrows) {
    // Arrows past the endpoints get the length of two, to stand beside those that pass them.
    const isDirect = endpoints.size > 0 && !endpoints.has(arrow.from) && !endpoints.has(arrow.to);
    const label = { ...sizes.get(arrow.id)!, labelpos: 'c' as const, minlen: isDirect ? 2 : 1 };
    graph.setEdge(arrow.from, arrow.to, label, arrow.id);
  }
  layout(graph);

  const places = new Map<string, Rectangle>();
  const labels = new Map(
    picture.arrows.map(({ id, from, to }) => [id, aroundCentre(graph.edge(from, to, id), sizes.get(id)!)]),
  );
  const placer = new FramePlacer(picture, graph, sizes, labels, places);
  picture.frames.forEach((frame) => placer.place(frame, []));
  picture.frames.forEach((frame) => placer.takeLabelsIn(frame, []));
  return fromOrigin({ places, lines: routes(picture, graph, places, labels), labels });
}

function addFrame(graph: Graph, frame: PictureFrame, sizes: Sizes, around: PictureFrame[]): void {
  const frames = [...around, frame];
  graph.setNode(frame.id, {});
  for (const inner of frame.frames) {
    addFrame(graph, inner, sizes, frames);
    graph.setParent(inner.id, frame.id);
  }
  for (const { id } of frame.boxes) {
    const { width, height } = sizes.get(id)!;
    const titles = titlesOf(frames, sizes);
    const widest = Math.max(width, ...frames.map((each) => sizes.get(each.id)!.width));
    graph.setNode(id, {
      width: widest + 2 * PADDING * frames.length,
      height: height + titles + 2 * PADDING * frames.length,
    });
    graph.setParent(id, frame.id);
  }
}

const titlesOf = (frames: PictureFrame[], sizes: Sizes) =>
  frames.reduce((sum, { id }) => sum + sizes.get(id)!.height, 0);

/** Draws frames around boxes, and around the labels that Dagre put between them. */
class FramePlacer {
  private readonly arrowsAt = new Map<string, PictureArrow[]>();

  public constructor(
    private readonly picture: Picture,
    private readonly graph: Graph,
    private readonly sizes: Sizes,
    private readonly labels: ReadonlyMap<string, Rectangle>,
    private readonly places: Map<string, Rectangle>,
  ) {
    for (const arrow of picture.arrows) {
      [arrow.from, arrow.to].forEach((box) => this.arrowsAt.set(box, [...(this.arrowsAt.get(box) ?? []), arrow]));
    }
  }

  /** Draws a frame, and those in it, around boxes. */
  public place(frame: PictureFrame, around: PictureFrame[]): void {
    const frames = [...around, frame];
    const shift = titlesOf(frames, this.sizes) / 2;
    for (const { id } of frame.boxes) {
      const { x, y } = this.graph.node(id);
      this.places.set(id, aroundCentre({ x, y: y + shift }, this.sizes.get(id)!));
    }
    frame.frames.forEach((inner) => this.place(inner, frames));
    this.places.set(frame.id, this.around(frame, this.heldBy(frame)));
  }

  /** Makes a frame, and those in it, larger by the labels at their edges, where nothing else is in the way. */
  public takeLabelsIn(frame: PictureFrame, around: PictureFrame[]): void {
    const frames = [...around, frame];
    frame.frames.forEach((inner) => this.takeLabelsIn(inner, frames));
    const held = this.heldBy(frame);
    const withLabels = this.labelsAtEdge(frame, held).reduce((taken, label) => {
      const more = bounds([taken, label]);
      return this.isFree(frames, more) ? more : taken;
    }, held);
    this.places.set(frame.id, this.around(frame, withLabels));
  }

  private heldBy({ frames, boxes }: PictureFrame): Rectangle {
    return bounds([...frames, ...boxes].map(({ id }) => this.places.get(id)!));
  }

  /** Whether the innermost of some frames may hold this much: neither it nor those around it then meet what is beside. */
  private isFree(frames: readonly PictureFrame[], held: Rectangle): boolean {
    let inner = held;
    return [...frames.keys()].reverse().every((level) => {
      const { id } = frames[level];
      const place = bounds([this.places.get(id)!, this.around(frames[level], inner)]);
      inner = place;
      const { frames: others, boxes } = level > 0 ? frames[level - 1] : { frames: this.picture.frames, boxes: [] };
      return [...others, ...boxes].every((other) => other.id === id || !overlap(this.places.get(other.id)!, place));
    });
  }

  private around(frame: PictureFrame, { x, y, width, height }: Rectangle): Rectangle {
    const title = this.sizes.get(frame.id)!;
    const missing = Math.max(0, title.width - width) / 2;
    return {
      x: x - missing - PADDING,
      y: y - PADDING - title.height,
      width: width + 2 * missing + 2 * PADDING,
      height: height + title.height + 2 * PADDING,
    };
  }

  /** Labels between what the frame holds that would cross its edge: those of arrows from or to it. */
  private labelsAtEdge(frame: PictureFrame, held: Rectangle): Rectangle[] {
    const edge = this.around(frame, held);
    return boxesIn(frame)
      .flatMap(({ id }) => this.arrowsAt.get(id) ?? [])
      .map(({ id }) => this.labels.get(id)!)
      .filter((label) => label.x > held.x && label.x + label.width < held.x + held.width && overlap(label, edge));
  }
}

/** The same layout with whole pixels, and with its upper left corner at zero. */
function fromOrigin({ places, lines, labels }: Pick<Layout, 'places' | 'lines' | 'labels'>): Layout {
  const points = [...lines.values()].flat().map((point) => ({ ...point, width: 0, height: 0 }));
  const all = bounds([...places.values(), ...labels.values(), ...points]);
  const moved = <T extends Point>(item: T): T => ({
    ...item,
    x: Math.round(item.x - all.x + MARGIN),
    y: Math.round(item.y - all.y + MARGIN),
  });
  const each = <T, R>(items: ReadonlyMap<string, T>, change: (item: T) => R) =>
    new Map([...items].map(([id, item]) => [id, change(item)]));
  return {
    width: Math.ceil(all.width) + 2 * MARGIN,
    height: Math.ceil(all.height) + 2 * MARGIN,
    places: each(places, moved),
    labels: each(labels, moved),
    lines: each(lines, (line) => line.map(moved)),
  };
}
