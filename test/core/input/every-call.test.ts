import { readFileSync } from 'fs';
import { App, TerraformStack } from 'cdktf';
import { ASSEMBLY, SHAPES, shapesFile, shapesOf } from '../../../projenrc/generate/input-shapes';
import * as library from '../../../src';
import { ValidationError } from '../../../src/core/internal/violations';
import { withoutReadOn } from '../../support/read-on';

const assembly = JSON.parse(readFileSync(ASSEMBLY, 'utf8'));
const types: Record<string, any> = assembly.types;

const stack = new TerraformStack(new App(), 'Prod');

interface Call {
  readonly name: string;
  readonly parameters: any[];
  run(args: unknown[]): unknown;
}

function exported(fqn: string): any {
  return fqn
    .split('.')
    .slice(1)
    .reduce<any>((from, part) => from[part], library);
}

const isStruct = (type: any) => types[type.fqn]?.datatype === true;

/** Every constructor, factory and method that users can call with something. */
const calls: Call[] = Object.values(types)
  .filter(({ kind }) => kind === 'class')
  .flatMap(({ fqn, name, abstract, initializer, methods = [] }) => {
    const cls = exported(fqn);
    const concrete = abstract ? class extends cls {} : cls;
    const parameters = initializer?.parameters ?? [];
    const isPublic = parameters.length > 0 && !initializer.protected;
    // An abstract class that takes only a scope and an id has the constructor of `Construct`.
    const isOwn = !abstract || parameters.some((parameter: any) => isStruct(parameter.type));
    const made = isPublic && isOwn ? [{ name, parameters, run: (args: unknown[]) => new concrete(...args) }] : [];
    const called = methods
      .filter((method: any) => !method.protected && !method.abstract && method.parameters)
      .map((method: any) => {
        const self = method.static ? cls : Object.create(cls.prototype, { node: { value: { path: 'Prod/It' } } });
        return {
          name: `${name}.${method.name}`,
          parameters: method.parameters,
          run: (args: unknown[]) => cls[method.name]?.apply(self, args) ?? self[method.name].apply(self, args),
        };
      });
    return [...made, ...called];
  });

/** What a value of a type cannot be. */
function wrongFor(type: any): unknown[] {
  if (type.primitive === 'string') return [null, 5, true, {}, ['a']];
  if (type.primitive === 'number') return [null, '3', '', true, {}, [1]];
  if (type.primitive === 'boolean') return [null, 'true', 'false', 0, {}, []];
  if (type.collection?.kind === 'array') return [null, 'text', 5, true, {}, new Set(['a']), [null], [undefined]];
  if (type.collection?.kind === 'map') return [null, 'text', 5, true, ['a'], new Map(), { a: null }, { a: undefined }];
  if (types[type.fqn]?.kind === 'enum') return [null, 'Neither', true, {}, [], 99];
  if (isStruct(type)) return [null, 'text', 5, true, ['a'], new Map()];
  return [null, 'text', 5, true, {}, [], new Date()];
}

function propsOf(fqn: string): any[] {
  const { interfaces = [], properties = [] } = types[fqn];
  return [...interfaces.flatMap(propsOf), ...properties];
}

const shown = (name: string) => (name === 'given' ? 'props' : name.replace(/^_/, ''));

/** The line in which an error names a prop or argument. */
function lineOf(call: Call, args: unknown[], prop: string): string {
  try {
    call.run(args);
  } catch (error) {
    if (!(error instanceof ValidationError)) return `${(error as Error).name}: ${(error as Error).message}`;
    const message = withoutReadOn(error.message);
    const escaped = prop.replace(/[[\].]/g, '\\$&');
    const line = message.split('\n').find((each) => new RegExp(`(^|: |\\] )${escaped}[^ ]* is `).test(each));
    return line ?? `does not name ${prop}: ${message}`;
  }
  return 'is accepted';
}

const MISSING = /^\S.*: \[core\/missing-prop\] .* is missing; give \S/;
const WRONG = /^\S.*: \[core\/(prop-type|missing-prop)\] .* is .+; give \S/;

function faultyCases(call: Call) {
  const ids: any = { scope: stack, id: 'It' };
  const base = call.parameters.map(({ name }) => ids[name]);
  const withArgument = (i: number, value: unknown) => base.map((each, j) => (i === j ? value : each));
  return call.parameters.flatMap(({ name, type, optional, variadic }, i) => {
    const place = `${shown(name)}${variadic ? '[0]' : ''}`;
    const wrong = wrongFor(type).map((value) => ({ args: withArgument(i, value), prop: place, expected: WRONG }));
    const missing = optional || variadic ? [] : [{ args: withArgument(i, undefined), prop: place, expected: MISSING }];
    return [...wrong, ...missing, ...(isStruct(type) ? structCases(type, '', (value) => withArgument(i, value)) : [])];
  });
}

function structCases(type: any, path: string, argsWith: (value: unknown) => unknown[]): any[] {
  return propsOf(type.fqn).flatMap((prop) => {
    const place = `${path}${prop.name}`;
    const wrong = wrongFor(prop.type).map((value) => ({
      args: argsWith({ [prop.name]: value }),
      prop: place,
      expected: WRONG,
    }));
    const missing = prop.optional ? [] : [{ args: argsWith({}), prop: place, expected: MISSING }];
    const inner = isStruct(prop.type)
      ? structCases(prop.type, `${place}.`, (value) => argsWith({ [prop.name]: value }))
      : [];
    return [...wrong, ...missing, ...inner];
  });
}

describe('what the library knows of its input', () => {
  test('is what jsii compiled; `npm run rules` writes it', () => {
    expect(readFileSync(SHAPES, 'utf8')).toBe(shapesFile(shapesOf(assembly)));
  });

  test('is of hundreds of calls', () => {
    expect(calls.length).toBeGreaterThan(250);
  });
});

describe('a code, and no TypeError, for each argument and prop that is missing or of another type', () => {
  test.each(calls.map((call) => [call.name, call] as const))('of %s', (_, call) => {
    const cases = faultyCases(call);
    expect(cases.length).toBeGreaterThan(4);
    const answers = cases.map(({ args, prop, expected }) => ({ args, prop, expected, line: lineOf(call, args, prop) }));
    const bad = answers.filter(({ line, expected }) => !expected.test(line));
    expect(bad.map(({ prop, line, args }) => `${prop}: ${line} ${show(args)}`)).toEqual([]);
    expect(stack.node.children).toEqual([]);
  });
});

function show(args: unknown[]): string {
  return JSON.stringify(args.filter((each) => each !== stack && each !== 'It'));
}

describe('a prop whose name is misspelt', () => {
  const structs = calls.flatMap((call) => {
    const i = call.parameters.findIndex(({ type }) => isStruct(type));
    return i < 0 ? [] : [[call.name, call, i] as const];
  });

  test.each(structs)('is refused with the right name by %s', (_, call, i) => {
    const { type, variadic } = call.parameters[i];
    const place = variadic ? `${call.parameters[i].name}[0].` : '';
    const ids: any = { scope: stack, id: 'It' };
    const known = new Set(propsOf(type.fqn).map(({ name }) => name));
    const all = [...known].flatMap((name) => [
      { name, written: name.toUpperCase() },
      { name, written: `${name[0].toUpperCase()}${name.slice(1)}` },
      ...(name.length > 4 ? [{ name, written: `${name.slice(0, 3)}${name.slice(4)}x` }] : []),
    ]);
    const answers = all.map(({ name, written }) => {
      const args = call.parameters.map((parameter, j) => (i === j ? { [written]: Symbol() } : ids[parameter.name]));
      const line = lineOf(call, args, `${place}${written}`);
      return line.endsWith(` ${place}${written} is not a prop; write ${name}`) || known.has(written)
        ? ''
        : `${name}: ${line}`;
    });
    expect(answers.filter((answer) => answer !== '')).toEqual([]);
  });
});
