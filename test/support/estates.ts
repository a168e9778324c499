import { readFileSync } from 'fs';
import { join } from 'path';
import { TerraformJson } from './synth';
import { ESTATES } from '../estates/estates';

/** Attributes within a resource that hold a name of Azure, by the blocks they are in. */
const NESTED = ['private_service_connection', 'ip_configuration', 'private_dns_zone_group', 'delegation'];

/** The names that a stack gives in Azure, as `type: name`; not those that refer to the name of another resource. */
export function azureNames({ resource = {} }: TerraformJson): string[] {
  const names = Object.entries(resource).flatMap(([type, bodies]) =>
    Object.values(bodies).flatMap((body) => [
      ...named(type, body.name),
      ...named(`${type}.custom_network_interface_name`, body.custom_network_interface_name),
      ...NESTED.flatMap((block) => [body[block] ?? []].flat().flatMap(({ name }) => named(`${type}.${block}`, name))),
    ]),
  );
  return names.sort();
}

const named = (place: string, name: unknown) =>
  typeof name === 'string' && !name.includes('${') ? [`${place}: ${name}`] : [];

/** The source of an estate's program. */
export function sourceOf(estate: string): string {
  return readFileSync(join(__dirname, '..', 'estates', `${estate}.ts`), 'utf8');
}

/** How many lines of a program are code: no blank lines, comments and imports. */
export function linesOf(source: string): number {
  const code = source.replace(/^import [^;]*;$/gm, '').replace(/\/\*[^]*?\*\//g, '');
  return code.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}

/** Lines of a program that reach for the provider's resource, or override what it writes. */
export function overridesIn(source: string): string[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\.(networkAclResource|resource)\b(?!\()|\.addOverride\(/.test(line));
}

/** The lines of all estates beside those that are published. */
export function estateTable(): string {
  const rows = ESTATES.map(({ name, source, form, lines }) => {
    const program = `[${name}](../../test/estates/${name}.ts)`;
    return `| ${program} | ${source} | ${form} | ${lines ?? '-'} | ${linesOf(sourceOf(name))} |`;
  });
  return ['| program | after | in | lines there | lines here |', '|---|---|---|---|---|', ...rows].join('\n');
}
