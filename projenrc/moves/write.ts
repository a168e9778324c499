import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { attributeTable } from './attribute-table';
import { moveTables, OptionMoves, optionMoves } from './table';

/** The page with the tables, each of which stands between two comments. */
export const PAGE = join(__dirname, '..', '..', 'docs', 'upgrading.md');

/** The page with the tables as they are now. */
export function withMoves(page: string, all: readonly OptionMoves[] = optionMoves()): string {
  return between('moves', moveTables(all), between('attributes that azurerm cannot change', attributeTable(all), page));
}

function between(name: string, table: string, page: string): string {
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end of ${name} -->)`);
  if (!place.test(page)) throw new Error(`The page has no place for ${name}`);
  return page.replace(place, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}

if (require.main === module) writeFileSync(PAGE, withMoves(readFileSync(PAGE, 'utf8')));
