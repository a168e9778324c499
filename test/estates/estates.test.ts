import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { Estate, ESTATES } from './estates';
import { ComplianceStatus, SecurityBaseline, Severity } from '../../src/compliance';
import { verdicts } from '../support/connectivity';
import { azureNames, estateTable, linesOf, overridesIn, sourceOf } from '../support/estates';
import { read } from '../support/markdown';
import { Major, schemaViolations } from '../support/provider-schema';
import { synth, warnings } from '../support/synth';

/** The stack of an estate, whose provider signs in to storage with Entra ID, as accounts without keys need it. */
function stackOf({ define }: Estate, azurermMajor: Major = 4): TerraformStack {
  const stack = new TerraformStack(Testing.app({ context: { azurermMajor } }), 'Prod');
  new AzurermProvider(stack, 'azurerm', { features: [{}], storageUseAzuread: true });
  define(stack);
  return stack;
}

/** What the baseline reports with severity error, or does not know, without the path of the stack. */
function seriousFindings(stack: TerraformStack): string[] {
  return SecurityBaseline.evaluate(stack)
    .findings.filter(
      ({ status, severity }) =>
        status === ComplianceStatus.UNKNOWN || (status === ComplianceStatus.VIOLATED && severity === Severity.ERROR),
    )
    .map(({ rule, id, path }) => `${id === undefined ? rule : `${rule}[${id}]`} ${path.replace(/^Prod\//, '')}`)
    .sort();
}

describe.each(ESTATES.map((estate) => [estate.name, estate] as const))('the published estate %s', (name, estate) => {
  test('keeps its names, and has further ones for what it gains alone', () => {
    const found = azureNames(synth(stackOf(estate)));
    if (estate.leavesNames) return expect(found).toEqual(expect.arrayContaining([...estate.names]));
    expect(found).toEqual([...estate.names, ...estate.added].sort());
  });

  test('needs no override but those that are named', () => {
    expect(overridesIn(sourceOf(name))).toEqual(estate.overrides);
  });

  test.each([4, 5] as const)('is valid for azurerm %d, with no error at synth', (major) => {
    expect(schemaViolations(synth(stackOf(estate, major)), major)).toEqual([]);
  });

  test('is warned of what is meant', () => {
    const stack = stackOf(estate);
    synth(stack);
    const codes = warnings(stack).map((text) => /^\[((?:[^[\]]|\[[^\]]*\])+)\]/.exec(text)?.[1]);
    expect(codes.sort()).toEqual(estate.warnings);
  });

  test('has the paths and findings that its network access says', () => {
    const stack = stackOf(estate);
    expect(verdicts(stack)).toEqual(estate.paths);
    expect(seriousFindings(stack)).toEqual([...estate.findings].sort());
  });

  test('is shorter than what is published', () => {
    if (estate.lines !== undefined) expect(linesOf(sourceOf(name))).toBeLessThan(estate.lines);
  });
});

test('the lines of all stand in docs/how-to/estate.md', () => {
  expect(read('docs/how-to/estate.md')).toContain(estateTable());
});

describe('the count of lines', () => {
  test('leaves out imports, comments and blank lines', () => {
    const source = [
      "import { a } from 'a';",
      'import {',
      '  b,',
      "} from 'b';",
      '',
      '/** What',
      ' * it is. */',
      'const c = 1;',
      '// why',
      'const d = 2; // why',
    ];
    expect(linesOf(source.join('\n'))).toBe(2);
  });

  test('of overrides is that of the provider resources', () => {
    const lines = [
      'a.resource.name = 1;',
      'PrivateLinkConnection.resource(',
      'x.addOverride("a", 1);',
      'b.networkAclResource.x();',
    ];
    expect(overridesIn(lines.join('\n'))).toEqual([
      'a.resource.name = 1;',
      'x.addOverride("a", 1);',
      'b.networkAclResource.x();',
    ]);
  });
});
