import * as fc from 'fast-check';
import { conditionFault } from '../../src/core/internal/role-condition';
import { ManagedIdentity, Principal, Role, RoleAssignment, RoleScope } from '../../src/identity';
import { add } from '../support/plain-azurerm';
import { messageOf, newGroup, newStack, problemsOf } from '../support/synth';

const READ = "ActionMatches{'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'}";
const NAME = '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]';
const WRITE = "ActionMatches{'Microsoft.Authorization/roleAssignments/write'}";

/** Conditions of Azure's documentation, and of the same forms. */
const VALID = [
  `((!(${READ})) OR (${NAME} StringEquals 'blobs-example-container'))`,
  `(\n  (\n    !(${READ} AND NOT SubOperationMatches{'Blob.List'})\n  )\n  OR\n  (\n    ${NAME} StringLike 'a*'\n  )\n)`,
  `((!(${WRITE})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{1c0163c0-47e6-4577-8991-ea5c82e286e4, fb879df8-f326-4884-b1cf-06f3ad86be52}))`,
  'NOT Exists @Request[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:versionId]',
  "@Request[Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags:Project<$key_case_sensitive$>] ForAllOfAnyValues:StringEquals {'Cascade', 'Baker'}",
  '@Resource[Microsoft.Storage/storageAccounts:isHnsEnabled] BoolEquals true',
  "@Environment[UtcNow] DateTimeGreaterThan '2026-01-01T00:00:00.0Z' && @Environment[isPrivateLink] BoolEquals true",
  "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Engineering_Project] StringEquals 'Cascade' || !(@Resource[a:b] NumericLessThan 5)",
  "{'red', 'blue'} ForAnyOfAnyValues:StringEquals {'blue', 'green'}",
  '@Resource[a:b] StringEquals @Principal[c:d]',
  "@Resource[a:b] StringEquals 'it\\'s (not) \"closed'",
  // What may be newer than this library.
  "@Resource[a:b] TimeOfDayInRange '09:00'",
  `${'('.repeat(4000)}${READ}${')'.repeat(4000)}`,
  "ResourceTypeIs{'x'} AND @Resource[a:b] StringEquals 'c'",
];

describe('The condition of a role assignment', () => {
  test.each(VALID.map((condition) => [condition]))('is taken: %s', (condition) => {
    expect(conditionFault(condition)).toBeUndefined();
  });

  test.each([
    [
      `((!(${READ}) OR (${NAME} StringEquals 'a'))`,
      'has a "(" that nothing closes at character 1, "((!(ActionMatches{\'Microsoft.Sto..."',
    ],
    ["(@Resource[a:b] StringEquals 'c'))", 'has a ")" that nothing opens at character 34, ")"'],
    ["@Resource[a:b] StringEquals 'c", 'has a quote that nothing closes at character 29, "\'c"'],
    [
      "@Resource[a:b StringEquals 'c'",
      'has no name in closed brackets behind @Resource at character 1, "@Resource[a:b StringEquals \'c\'"',
    ],
    [
      "@Resource StringEquals 'c'",
      'has no name in closed brackets behind @Resource at character 1, "@Resource StringEquals \'c\'"',
    ],
    [
      "@Resource[] StringEquals 'c'",
      'has no name in the brackets behind @Resource at character 1, "@Resource[] StringEquals \'c\'"',
    ],
    [
      "@Resorce[a:b] StringEquals 'c'",
      'has an attribute of no known source; use @Resource, @Request, @Principal, @Environment at character 1, "@Resorce[a:b] StringEquals \'c\'"',
    ],
    [
      "@Resource[a:b] StringEqual 'c'",
      'has no such operator; use one such as StringEquals at character 16, "StringEqual \'c\'"',
    ],
    [
      '@Resource[a:b] ForAnyOfAnyValues:GuidEqual {a}',
      'has no such operator; use one such as ForAnyOfAnyValues:GuidEquals at character 16, "ForAnyOfAnyValues:GuidEqual {a}"',
    ],
    [
      "@Resource[a:b] ForSomeOfAnyValues:StringEquals {'a'}",
      'has no such operator; use one such as StringEquals at character 16, "ForSomeOfAnyValues:StringEquals ..."',
    ],
    ["@Resource[a:b] 'c'", 'has no operator at character 16, "\'c\'"'],
    ['@Resource[a:b] StringEquals', 'has no attribute or value at its end'],
    ["ActionMatch{'a'}", 'has no such function; use ActionMatches at character 1, "ActionMatch{\'a\'}"'],
    [
      'ActionMatches{Microsoft.Storage/x}',
      'has no text in quotes for ActionMatches at character 14, "{Microsoft.Storage/x}"',
    ],
    ["ActionMatches{'a'", 'has a "{" that nothing closes at character 14, "{\'a\'"'],
    ["ActionMatches{'a'} OR", 'has no expression at its end'],
    [
      "ActionMatches{'a'} SubOperationMatches{'b'}",
      'has no AND or OR before it at character 20, "SubOperationMatches{\'b\'}"',
    ],
    [
      "(ActionMatches{'a'} ActionMatches{'b'})",
      'has no AND, OR or ")" before it at character 21, "ActionMatches{\'b\'})"',
    ],
    ['()', 'has no attribute or value at character 2, ")"'],
    ["@Resource[a:b] StringEquals {'a' 'b'}", 'has no comma or "}" before it at character 34, "\'b\'}"'],
    ['always', 'has no operator at its end'],
    ['('.repeat(8000), 'has no expression at its end'],
    ['!('.repeat(4000) + READ, 'has a "(" that nothing closes at character 8000, "(' + READ.slice(0, 31) + '..."'],
    [`@Resource[a:b] StringEquals '${'x'.repeat(8192)}'`, 'has 8222 characters; use at most 8192'],
  ])('is refused: %.60s', (condition, fault) => {
    expect(conditionFault(condition)).toBe(fault);
  });

  test('is refused with all else, and where it is written by hand', () => {
    const { stack, resourceGroup } = newGroup();
    const grant = (condition: string) =>
      new RoleAssignment(stack, 'Grant', {
        role: Role.STORAGE_BLOB_DATA_CONTRIBUTOR,
        scope: RoleScope.resourceGroup(resourceGroup),
        principal: Principal.group(stack, 'Team', '11111111-2222-3333-4444-555555555555'),
        condition,
        description: '',
      });
    expect(messageOf(() => grant('(')).split('\n')).toEqual([
      'Prod/Grant: [identity/condition] the condition has no expression at its end',
      expect.stringContaining('[identity/description]'),
    ]);
  });

  test('is held to its version and grammar in resources that are written by hand', () => {
    const { stack, resourceGroup } = newGroup();
    new ManagedIdentity(stack, 'Held', { name: 'id-chat', resourceGroup });
    const by = (id: string, attributes: object) =>
      add(stack, 'azurerm_role_assignment', id, { scope: `/subscriptions/${id}`, principal_id: id, ...attributes });
    by('good', { condition: VALID[0], condition_version: '2.0' });
    by('unknown', { condition: '${var.condition}', condition_version: '2.0' });
    by('old', { condition: VALID[0], condition_version: '1.0' });
    by('alone', { condition_version: '2.0' });
    by('bad', { condition: "@Resource[a:b] StringEqual 'c'" });
    expect(problemsOf(stack)).toEqual([
      '[identity/condition] Prod/old has condition_version "1.0"; use 2.0, the one that Azure supports',
      '[identity/condition] Prod/alone has a condition_version and no condition, which azurerm rejects; remove it',
      '[identity/condition] the condition of Prod/bad has no such operator; use one such as StringEquals at character 16, "StringEqual \'c\'"',
    ]);
  });

  test('is not judged where only Terraform knows it', () => {
    const stack = newStack();
    const scope = RoleScope.subscription('11111111-2222-3333-4444-555555555555');
    const principal = Principal.group(stack, 'Team', '11111111-2222-3333-4444-555555555555');
    const role = Role.STORAGE_BLOB_DATA_CONTRIBUTOR;
    expect(
      () => new RoleAssignment(stack, 'Grant', { role, scope, principal, condition: '${TfToken[TOKEN.1]}(' }),
    ).not.toThrow();
  });
});

const text = fc.stringMatching(/^[A-Za-z0-9*?/ ().,-]{0,12}$/).map((inner) => `'${inner}'`);
const attribute = fc
  .tuple(
    fc.constantFrom('@Resource', '@Request', '@Principal', '@Environment'),
    fc.stringMatching(/^[A-Za-z][A-Za-z./:<>$_]{0,20}$/),
  )
  .map(([source, name]) => `${source}[${name}]`);
const set = fc.array(text, { minLength: 1, maxLength: 3 }).map((values) => `{${values.join(', ')}}`);
const operator = fc.constantFrom(
  'StringEquals',
  'StringNotLikeIgnoreCase',
  'DateTimeLessThanEquals',
  'GuidNotEquals',
  'ForAllOfAnyValues:StringEquals',
  'NumericGreaterThan',
);
const comparison = fc.tuple(attribute, operator, fc.oneof(text, set, attribute)).map((parts) => parts.join(' '));
const leaf = fc.oneof(
  comparison,
  fc.tuple(fc.constantFrom('ActionMatches', 'SubOperationMatches'), text).map(([name, value]) => `${name}{${value}}`),
  attribute.map((each) => `Exists ${each}`),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('condition').map((each) => `(${each})`),
    fc.tuple(fc.constantFrom('!', 'NOT '), tie('condition')).map(([not, each]) => `${not}(${each})`),
    fc
      .tuple(tie('condition'), fc.constantFrom(' AND ', '\nOR ', '&&', '||'), tie('condition'))
      .map((parts) => parts.join('')),
  ),
}));
const outsideQuotes = (each: string, sign: string) =>
  [...each.matchAll(/'[^']*'|[\s\S]/g)].filter(([found]) => found === sign).map(({ index }) => index!);

describe('The grammar of conditions', () => {
  test('takes whatever is built by it', () => {
    fc.assert(
      fc.property(condition, (each) => conditionFault(each) === undefined),
      { numRuns: 500 },
    );
  });

  test.each([['('], [')'], ['{'], ['}'], ["'"]])('notices a %s that is missing', (sign) => {
    fc.assert(
      fc.property(condition, fc.nat(), (each, at) => {
        const places = sign === "'" ? [...each.matchAll(/'/g)].map(({ index }) => index!) : outsideQuotes(each, sign);
        fc.pre(places.length > 0);
        const place = places[at % places.length];
        return conditionFault(each.slice(0, place) + each.slice(place + 1)) !== undefined;
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (each: string) => string]>([
    ['a source that is misspelled', (each) => each.replace(/@\w+/, '@Resourse')],
    [
      'an operator that is misspelled',
      (each) => each.replace(/\] (\w+:)?(String|Guid|DateTime|Numeric)\w+/, '] $1$2Equalz'),
    ],
    ['an expression that is missing', (each) => `${each} AND`],
    ['an AND too many', (each) => `${each} AND OR ${each}`],
    ['an AND that is missing', (each) => `${each} ${each}`],
    ['an attribute without a name', (each) => each.replace(/(@\w+)\[[^\]]+\]/, '$1[]')],
  ])('notices %s', (_, change) => {
    fc.assert(
      fc.property(condition, (each) => {
        const changed = change(each);
        fc.pre(changed !== each);
        return conditionFault(changed) !== undefined;
      }),
      { numRuns: 300 },
    );
  });
});
