import { DrawnLine, LineEnd } from './drawing';
import { busKey, busOf, endOf, fork, LANE } from './line-parts';
import { Point } from './rectangle';
import { SceneLine } from './scene';
import { BYPASS, CALLER_WIDTH, CALLER_X, ENDPOINT_WIDTH, PLATE_X, RowLine, WideBands } from './wide-bands';
import { Bus, Lanes, SideOf } from './wide-lanes';

/** The columns that lines run between. */
export interface Channels {
  readonly prefix: string;
  readonly bands: WideBands;
  /** The band of each endpoint. */
  readonly home: ReadonlyMap<string, number>;
  readonly endpointX: number;
  readonly end: number;
  readonly serviceX: number;
  readonly laneX: (index: number) => number;
  readonly laneCount: number;
}

/** Draws the lines of a wide picture: level and upright, in lanes of their own. */
export class WideLines {
  private readonly drawn: DrawnLine[] = [];

  public constructor(
    private readonly channels: Channels,
    private readonly lanes: Lanes,
    private readonly sideOf: SideOf,
  ) {}

  public draw(): DrawnLine[] {
    const { rows, endpoints } = this.channels.bands;
    for (const row of rows) {
      const side = this.sideOf(row);
      if (side === 'none') this.add(row, [{ x: this.afterPlate(row) + 18, y: row.y }], 'cross');
      if (side === 'straight') this.add(row, [{ x: this.channels.serviceX, y: row.y }], endOf(row.line));
      if (side === 'own' && !this.lanes.inside.some((bus) => bus.rows.includes(row))) {
        this.add(row, [{ x: this.channels.endpointX, y: row.y }], endOf(row.line));
      }
    }
    this.drawAbove();
    this.drawInside();
    this.drawRight();
    for (const { endpoint, out } of endpoints.values()) {
      const { line } = endpoint;
      if (!line) continue;
      this.push(
        line,
        [
          { x: this.channels.endpointX + ENDPOINT_WIDTH, y: out },
          { x: this.channels.serviceX, y: out },
        ],
        endOf(line),
      );
    }
    return this.drawn;
  }

  /** The upper line takes the lane further to the right, so that lines to one endpoint do not cross. */
  private drawAbove(): void {
    const { laneX, laneCount, endpointX, bands } = this.channels;
    const ports = new Map<string, number>();
    this.lanes.above.forEach((bus, index) => {
      const x = laneX(laneCount - 1 - index);
      const [{ line }] = bus.rows;
      const place = bands.endpoints.get(line.endpoint!)!;
      if (line.stop === 'border') {
        const band = bands.bands[place.band];
        return this.addBus(bus, (y) => [
          { x, y },
          { x, y: band.y },
        ]);
      }
      const used = ports.get(line.endpoint!) ?? 0;
      ports.set(line.endpoint!, used + 1);
      const y = place.above[used];
      return this.addBus(bus, (from) => [
        { x, y: from },
        { x, y },
        { x: endpointX, y },
      ]);
    });
  }

  private drawInside(): void {
    const { laneX, endpointX, bands, serviceX } = this.channels;
    const lanesOf = new Map<number, number>();
    const buses = [...this.lanes.inside, ...this.lanes.out];
    const count = new Map<number, number>();
    buses.forEach(({ rows: [{ band }] }) => count.set(band, (count.get(band) ?? 0) + 1));
    const bypasses = new Map<number, number>();
    for (const bus of buses) {
      const [{ line, band }] = bus.rows;
      const used = lanesOf.get(band) ?? 0;
      lanesOf.set(band, used + 1);
      const x = laneX(count.get(band)! - 1 - used);
      if (this.lanes.inside.includes(bus)) {
        const y = bands.endpoints.get(line.endpoint!)!.own.get(busOf(line))!;
        this.addBus(bus, (from) => [
          { x, y: from },
          { x, y },
          { x: endpointX, y },
        ]);
        continue;
      }
      const bypass = bypasses.get(band) ?? 0;
      bypasses.set(band, bypass + 1);
      const y = bands.bands[band].bypassY + bypass * BYPASS;
      const onward = line.endpoint === undefined ? [{ x: serviceX, y }] : this.onward(bus, y);
      this.addBus(bus, (from) => [{ x, y: from }, { x, y }, ...onward]);
    }
  }

  /** Lines from bands without endpoints run level to the lane right of all bands. */
  private drawRight(): void {
    for (const bus of this.lanes.right) {
      const rows = bus.rows.filter((row) => this.sideOf(row) === 'right');
      if (rows.length > 0) rows.forEach((row) => this.add(row, this.onward(bus, row.y), endOf(row.line)));
    }
  }

  /** From the right end of a height to an endpoint of another band, or to the border of its network. */
  private onward({ rows: [{ line }] }: Bus, y: number): Point[] {
    const { end, bands, endpointX } = this.channels;
    const index = this.lanes.right.findIndex(({ rows }) => rows.some((row) => busKey(row.line) === busKey(line)));
    const x = end + LANE * (index + 1);
    const place = bands.endpoints.get(line.endpoint!)!;
    const toSame = this.lanes.right.filter(
      ({ rows: [first] }) => first.line.endpoint === line.endpoint && first.line.stop !== 'border',
    );
    const port = toSame.findIndex(({ rows }) => busKey(rows[0].line) === busKey(line));
    const target = line.stop === 'border' ? place.y + place.height - 6 : place.right[port];
    const last = line.stop === 'border' ? end - 12 : endpointX + ENDPOINT_WIDTH;
    return [
      { x, y },
      { x, y: target },
      { x: last, y: target },
    ];
  }

  /** The first line of a bus leads on; the others end in its lane. */
  private addBus({ rows }: Bus, route: (y: number) => Point[]): void {
    rows.forEach((row, index) => {
      const points = route(row.y);
      if (index === 0) this.add(row, points, endOf(row.line));
      else this.add(row, points.slice(0, 1), 'joined');
    });
  }

  private add(row: RowLine, points: readonly Point[], end: LineEnd): void {
    const start = { x: CALLER_X + CALLER_WIDTH, y: row.y };
    const forks = row.line.earlier.length > 0 ? [fork({ x: this.afterPlate(row), y: row.y }, 18)] : [];
    this.push(row.line, [start, ...points], end, forks);
  }

  private afterPlate({ plate }: RowLine): number {
    return PLATE_X + plate.width;
  }

  private push(line: SceneLine, points: Point[], end: LineEnd, forks: Point[][] = []): void {
    const last = points[points.length - 1];
    const isAtService = last.x === this.channels.serviceX;
    const ends = line.isDivided && isAtService ? [fork({ x: last.x - 34, y: last.y }, 34)] : [];
    this.drawn.push({
      id: `${this.channels.prefix}-${this.drawn.length + 1}`,
      verdict: line.verdict,
      paths: line.paths.map(({ index }) => index),
      points: points.filter(
        (point, index) => index === 0 || point.x !== points[index - 1].x || point.y !== points[index - 1].y,
      ),
      end,
      forks: [...forks, ...ends],
    });
  }
}
