/** A point in pixels from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle by its upper left corner. */
export interface Rectangle extends Size, Point {}

/** The rectangle of a size around a point. */
export function aroundCentre({ x, y }: Point, { width, height }: Size): Rectangle {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The smallest rectangle that holds all of them. */
export function bounds(rectangles: readonly Rectangle[]): Rectangle {
  const left = Math.min(...rectangles.map(({ x }) => x));
  const top = Math.min(...rectangles.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...rectangles.map(({ x, width }) => x + width)) - left,
    height: Math.max(...rectangles.map(({ y, height }) => y + height)) - top,
  };
}

/** Whether both cover some of the same ground. */
export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
