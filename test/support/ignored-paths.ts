import { BlockSchema, Major, schemaOf } from './provider-schema';

/** The paths of `ignore_changes` that lead to no attribute of a type, in the schemas of azurerm 4 and 5. */
export function deadPaths(type: string, paths: readonly string[]): string[] {
  const majors: Major[] = [4, 5];
  return majors.flatMap((major) => paths.filter((path) => !leads(path, schemaOf(type, false, major)!)));
}

function leads(path: string, schema: BlockSchema): boolean {
  const [, block, rest] = /^(\w+)\[0\]\.(.+)$/.exec(path) ?? [];
  if (block !== undefined) {
    const nested = schema.block_types?.[block];
    return nested?.nesting_mode === 'list' && leads(rest, nested.block);
  }
  const [, name, key] = /^(\w+)(\["\w+"\])?$/.exec(path) ?? [];
  const type = schema.attributes?.[name]?.type;
  return type !== undefined && (key === undefined || (Array.isArray(type) && type[0] === 'map'));
}
