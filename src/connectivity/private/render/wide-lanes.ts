import { busKey, busOf } from './line-parts';
import { grouped } from './service-section';
import { RowLine, WideBands } from './wide-bands';

/** Lines of one look from one side to one place: they share a lane. */
export interface Bus {
  readonly key: string;
  readonly rows: readonly RowLine[];
}

/** Lanes of lines that do not lead straight on. */
export interface Lanes {
  /** From bands above to the endpoints of the first band that has any. */
  readonly above: readonly Bus[];
  /** In a band with endpoints: to an endpoint that stands lower, or out of the band below everything. */
  readonly inside: readonly Bus[];
  readonly out: readonly Bus[];
  /** To endpoints of other bands, right of all bands. */
  readonly right: readonly Bus[];
}

/** Side to which a line leads from its row. */
export type SideOf = (row: Pick<RowLine, 'line' | 'band'>) => 'none' | 'straight' | 'own' | 'out' | 'above' | 'right';

/** Puts the lines of bands into lanes. */
export function lanesOf({ rows, endpoints }: WideBands, sideOf: SideOf): Lanes {
  const buses = (side: ReturnType<SideOf>, keyOf: (row: RowLine) => string) =>
    grouped(
      rows.filter((row) => sideOf(row) === side),
      keyOf,
    ).map((own) => ({ key: keyOf(own[0]), rows: own }));
  const inside = rows.filter((row) => {
    const place = endpoints.get(row.line.endpoint ?? '');
    return sideOf(row) === 'own' && place!.own.has(busOf(row.line)) && row.y < Math.min(...place!.own.values());
  });
  const out = buses('out', ({ line, band }) => `${band} ${busKey(line)}`);
  return {
    above: buses('above', ({ line }) => busKey(line)),
    inside: grouped(inside, ({ line }) => busKey(line)).map((own) => ({ key: busKey(own[0].line), rows: own })),
    out,
    right: grouped(
      rows.filter((row) => sideOf(row) === 'right' || (sideOf(row) === 'out' && row.line.endpoint !== undefined)),
      ({ line }) => busKey(line),
    ).map((own) => ({ key: busKey(own[0].line), rows: own })),
  };
}
