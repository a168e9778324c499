import { readFileSync } from 'fs';
import { join } from 'path';

interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface Property extends Documented {
  readonly optional?: boolean;
  readonly type?: unknown;
}

interface Type extends Documented {
  readonly fqn: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly properties?: Property[];
  readonly methods?: (Documented & { readonly overrides?: string })[];
  readonly members?: Documented[];
  readonly initializer?: Documented;
}

/** What jsii knows of the compiled library: the whole public API. */
const types = Object.values<Type>(JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8')).types);

describe('public API', () => {
  test('documents every type and member', () => {
    const parts = types.flatMap((type) => [
      { path: type.fqn, docs: type.docs },
      ...(type.initializer ? [{ path: `${type.fqn}.constructor`, docs: type.initializer.docs }] : []),
      ...[...(type.properties ?? []), ...(type.methods ?? []), ...(type.members ?? [])].map((member) => ({
        path: `${type.fqn}.${member.name}`,
        docs: member.docs,
      })),
    ]);
    expect(parts.length).toBeGreaterThan(200);
    expect(parts.filter(({ docs }) => !docs?.summary).map(({ path }) => path)).toEqual([]);
  });

  test('tells the default of every optional property of a struct', () => {
    const optional = types
      .filter(({ datatype }) => datatype)
      .flatMap((type) => (type.properties ?? []).map((property) => ({ type, property })))
      .filter(({ property }) => property.optional);
    expect(optional.length).toBeGreaterThan(30);
    expect(
      optional
        .filter(({ property }) => !property.docs?.default)
        .map(({ type, property }) => `${type.fqn}.${property.name}`),
    ).toEqual([]);
  });

  test('has nothing but an address after each @see', () => {
    const links = [...JSON.stringify(types).matchAll(/"see":("(?:[^"\\]|\\.)*")/g)].map(([, link]) => JSON.parse(link));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !/^https:\/\/\S+$/.test(link))).toEqual([]);
  });

  test('has no type that accepts anything, but where cdktf tells the type', () => {
    const own = types.map((type) => ({
      ...type,
      methods: type.methods?.filter(({ overrides }) => !/^cdkt[fn]\./.test(overrides ?? '')),
    }));
    expect(JSON.stringify(own)).not.toContain('"primitive":"any"');
  });
});
