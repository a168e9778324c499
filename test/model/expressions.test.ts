import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { DefaultTokenResolver, Fn, Lazy, StringConcat, Token, Tokenization } from 'cdktf';
import { assert, constantFrom, dictionary, letrec, oneof, property, anything, array, double, string } from 'fast-check';
import { resolvedJson } from '../../src/engine/resolver';
import { newStack } from '../support/synth';

const stack = newStack();
const group = new ResourceGroup(stack, 'Group', { name: 'rg-chat', location: 'centralus' });
const count = Token.asNumber(Lazy.numberValue({ produce: () => 3 }));

/** What attributes of resources hold beside plain values. */
const tokens = [
  group.name,
  `a ${group.id} and ${group.name}`,
  Fn.split(',', group.name),
  Token.asList(Lazy.listValue({ produce: () => ['a', group.name] })),
  Token.asList(['x']),
  count,
  `${count} pieces`,
  [count],
  Token.asStringMap(Lazy.anyValue({ produce: () => ({ a: group.name }) })),
  Lazy.anyValue({ produce: () => ({ nested: [group.name, undefined] }) }),
  { [`${group.name}-key`]: 1 },
  undefined,
  null,
  new Date(0),
  { creationStack: [], resolve: () => 'literal', toJSON: () => 'literal' },
];

const json = letrec((tie) => ({
  node: oneof(
    { maxDepth: 4 },
    constantFrom(...tokens),
    string(),
    double(),
    array(tie('node'), { maxLength: 4 }),
    dictionary(string(), tie('node'), { maxKeys: 4 }),
  ),
})).node;

const asCdktf = (value: unknown) =>
  Tokenization.resolve(value, {
    scope: stack,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });

/** A value, or what is thrown in its place. */
const outcome = (resolve: (value: unknown) => unknown, value: unknown) => {
  try {
    return { value: resolve(value) };
  } catch (error) {
    return { isRefused: true };
  }
};

describe('JSON with tokens', () => {
  test.each(tokens.map((token, index) => [index, token]))('is resolved as cdktf does it: token %i', (_, token) => {
    expect(resolvedJson(stack, { list: [token, { token }] })).toStrictEqual(asCdktf({ list: [token, { token }] }));
  });

  test('is resolved as cdktf does it, however it is nested', () => {
    assert(
      property(json, (value) => {
        expect(outcome((given) => resolvedJson(stack, given), value)).toStrictEqual(outcome(asCdktf, value));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same where there are no tokens', () => {
    assert(
      property(anything({ withNullPrototype: true, withDate: true, withSparseArray: true }), (value) => {
        expect(outcome((given) => resolvedJson(stack, given), value)).toStrictEqual(outcome(asCdktf, value));
      }),
    );
  });
});
