import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { TerraformResource, TerraformStack } from 'cdktf';
import {
  Answer,
  ComplianceRule,
  JudgedConfiguration,
  JudgedResource,
  RuleVerdict,
  SecurityProfile,
  Severity,
} from '../../../src/compliance';
import { ownRule } from '../../../src/compliance/private/own/own-rule';
import { outcomes } from '../../support/compliance';
import { addService } from '../../support/fake-rules';
import { newStack } from '../../support/synth';

type Evaluate = (service: JudgedResource, configuration: JudgedConfiguration) => RuleVerdict;

class House extends ComplianceRule {
  public constructor(private readonly ask: Evaluate) {
    super({
      id: 'HOUSE1',
      name: 'House',
      severity: Severity.ERROR,
      resourceTypes: ['azurerm_signalr_service'],
      summary: 'The service is as we like it.',
      explanation: 'We like it.',
      fix: 'Make it so.',
      link: 'https://wiki.example.com/house',
    });
  }

  public evaluate(service: JudgedResource, configuration: JudgedConfiguration): RuleVerdict {
    return this.ask(service, configuration);
  }
}

class Written extends TerraformResource {
  protected synthesizeAttributes() {
    return {};
  }
}

function add(stack: TerraformStack, id: string, type: string, body: Record<string, unknown>) {
  const resource = new Written(stack, id, { terraformResourceType: type });
  Object.entries(body).forEach(([name, value]) => resource.addOverride(name, value));
  return resource;
}

const good = RuleVerdict.compliant('good');
const bad = RuleVerdict.violated({ message: 'bad' });

/** What a rule says of a service with some attributes, without its path. */
function said(overrides: Record<string, unknown>, evaluate: Evaluate, define?: (stack: TerraformStack) => unknown) {
  const stack = newStack();
  const service = addService(stack);
  Object.entries(overrides).forEach(([path, value]) => service.addOverride(path, value));
  define?.(stack);
  return outcomes(ownRule(new House(evaluate)), stack, SecurityProfile.PUBLIC_CLIENTS).map((line) =>
    line.replace('Service: ', ''),
  );
}

const UNKNOWN = 'unknown, sku is var.sku, which is only known when Terraform runs';
const TIER = 'unknown, sku.name is var.tier, which is only known when Terraform runs';

describe('a rule that takes what nobody knows for known is unknown, whatever it says', () => {
  test.each<[string, Evaluate]>([
    ['a text', (service) => (service.at('sku.name').text === 'Premium_P1' ? good : bad)],
    ['the lack of a text', (service) => (service.at('sku.name').text ? bad : good)],
    ['a number', (service) => (service.at('sku.name').number === undefined ? good : bad)],
    ['a list', (service) => (service.at('sku.name').elements.length > 0 ? bad : good)],
    ['a comparison', (service) => (service.at('sku.name').isOneOf('Premium_P1').isYes ? good : bad)],
    ['what it is not', (service) => (service.at('sku.name').isOneOf('Premium_P1').isNo ? bad : good)],
    ['the opposite', (service) => (service.at('sku.name').isOneOf('Free_F1').negated.isYes ? good : bad)],
    ['a switch', (service) => (service.at('sku.name').isOn(false).isYes ? good : bad)],
    ['whether it is given', (service) => (service.at('sku.name').isGiven.isYes ? good : bad)],
    ['not applicable', (service) => (service.at('sku.name').text ? bad : RuleVerdict.notApplicable('no tier'))],
    [
      'several',
      (service) => {
        const answers = [service.at('name').isGiven, service.at('sku.name').isOneOf('Premium_P1')];
        return Answer.all(...answers).isYes ? good : bad;
      },
    ],
    ['a text that it needs', (service) => (service.at('sku.name').text!.startsWith('P') ? good : bad)],
  ])('%s', (_title, evaluate) => {
    expect(said({ 'sku.name': '${var.tier}' }, evaluate)).toEqual([TIER]);
  });

  test('what is within what nobody knows', () => {
    expect(said({ sku: '${var.sku}' }, (service) => (service.at('sku.name').text ? good : bad))).toEqual([UNKNOWN]);
  });

  test('each reason stands there once', () => {
    const evaluate: Evaluate = (service) => {
      const texts = ['sku.name', 'sku.name', 'location'].map((path) => service.at(path).text);
      return texts.every(Boolean) ? good : bad;
    };
    expect(said({ 'sku.name': '${var.tier}', location: '${var.region}' }, evaluate)).toEqual([
      `${TIER}; location is var.region, which is only known when Terraform runs`,
    ]);
  });

  test('that there are no others', () => {
    const evaluate: Evaluate = (_, configuration) =>
      configuration.resources('azurerm_subnet').resources.length === 0 ? good : bad;
    const define = (stack: TerraformStack) => add(stack, 'Subnet', 'azurerm_subnet', { count: '${var.subnets}' });
    expect(said({}, evaluate)).toEqual(['compliant']);
    expect(said({}, evaluate, define)).toEqual([
      'unknown, how many instances Prod/Subnet has is only known when Terraform runs: count is var.subnets',
    ]);
  });
});

describe('a rule that asks first decides itself', () => {
  test.each<[string, Evaluate]>([
    [
      'about a value',
      (service) => {
        const tier = service.at('sku.name');
        return !tier.isUnknown && tier.text ? bad : good;
      },
    ],
    [
      'about an answer',
      (service) => {
        const answer = service.at('sku.name').isOneOf('Premium_P1');
        return answer.isYes || answer.isUnknown ? good : bad;
      },
    ],
    ['why', (service) => (service.at('sku.name').because === undefined ? bad : good)],
    ['and looks at something else', (service) => (service.at('name').text === 'sig-a' ? good : bad)],
  ])('%s', (_title, evaluate) => {
    expect(said({ 'sku.name': '${var.tier}' }, evaluate)).toEqual(['compliant']);
  });

  test('and may say itself what is not known', () => {
    const evaluate: Evaluate = (service) => RuleVerdict.unknown(`the tier: ${service.at('sku.name').because}`);
    expect(said({ 'sku.name': '${var.tier}' }, evaluate)[0]).toMatch(/^unknown, the tier: sku.name is var.tier/);
  });
});

test.each<[string, Evaluate, string]>([
  ['throws', () => JSON.parse('{'), 'unknown, the rule failed: '],
  ['says something else', () => 'good' as unknown as RuleVerdict, 'unknown, the rule gave no verdict'],
  ['says nothing', () => undefined as unknown as RuleVerdict, 'unknown, the rule gave no verdict'],
])('a rule that %s is unknown', (_title, evaluate, expected) => {
  expect(said({}, evaluate)[0]).toContain(expected);
});

describe('a value', () => {
  const texts = (path: string) => (overrides: Record<string, unknown>) => {
    let read: unknown;
    const found = said(overrides, (service) => {
      const value = service.at(path);
      read = [value.text, value.number, value.elements.map(({ text }) => text)];
      return good;
    });
    return [found[0], read];
  };

  test.each<[string, Record<string, unknown>, unknown]>([
    ['tags.a', { tags: { a: 'x' } }, ['x', undefined, []]],
    ['tags.b', { tags: { a: 'x' } }, [undefined, undefined, []]],
    ['tags.a.b', { tags: { a: 'x' } }, [undefined, undefined, []]],
    ['sku.capacity', { sku: { capacity: 2 } }, ['2', 2, []]],
    ['sku.capacity', { sku: [{ capacity: '2' }] }, ['2', 2, []]],
    ['sku.capacity', { sku: [] }, [undefined, undefined, []]],
    ['cors.allowed_origins', { cors: [{ allowed_origins: ['a', 'b'] }] }, ['["a","b"]', undefined, ['a', 'b']]],
    ['public_network_access_enabled', { public_network_access_enabled: false }, ['false', undefined, []]],
  ])('%s of %j is %j', (path, overrides, expected) => {
    expect(texts(path)(overrides)).toEqual(['compliant', expected]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['upstream.url', { 'dynamic.upstream': { for_each: '${var.urls}' } }, 'how many blocks upstream has'],
    ['a.upstream.url', { a: { dynamic: { upstream: { for_each: '${var.urls}' } } } }, 'how many blocks a.upstream has'],
    ['a.b', { a: ['${var.a}'] }, 'a is var.a, which'],
  ])('%s is not known: %j', (path, overrides, because) => {
    expect(texts(path)(overrides)[0]).toContain(`unknown, ${because}`);
  });

  test('has each of several blocks, and keys with dots', () => {
    const evaluate: Evaluate = (service) => {
      const urls = service.at('upstream_endpoint').elements.map((block) => block.at('url').text);
      const message = `${urls.join()} ${service.at('tags').entry('a.b').text} ${service.at('tags.x').label}`;
      return RuleVerdict.violated({ id: 'Url', message, severity: Severity.INFO });
    };
    const overrides = { upstream_endpoint: [{ url: 'a' }, { url: 'b' }], tags: { 'a.b': 'c' } };
    expect(said(overrides, evaluate)).toEqual(['info [Url] a,b c tags.x']);
  });

  test.each([
    [{}, 'yes no'],
    [{ aad_auth_enabled: false }, 'no no'],
    [{ aad_auth_enabled: 'true' }, 'yes yes'],
  ])('%j is a switch: %s', (overrides, expected) => {
    const word = (answer: Answer) => (answer.isYes ? 'yes' : 'no');
    const evaluate: Evaluate = (service) => {
      const flag = service.at('aad_auth_enabled');
      return RuleVerdict.compliant(`${word(flag.isOn(true))} ${word(flag.isOneOf('true'))}`);
    };
    const stack = newStack();
    const service = addService(stack);
    Object.entries(overrides).forEach(([path, value]) => service.addOverride(path, value));
    let reason = '';
    outcomes(ownRule(new House((each, around) => (({ reason } = evaluate(each, around)), good))), stack);
    expect(reason).toBe(expected);
  });
});

describe('an answer', () => {
  const [yes, no, maybe] = [Answer.yes(), Answer.no(), Answer.unknown('x')];

  test.each([
    ['all', Answer.all(yes, maybe, no), no],
    ['all', Answer.all(yes, maybe), maybe],
    ['all', Answer.all(), yes],
    ['any', Answer.any(no, maybe, yes), yes],
    ['any', Answer.any(no, maybe), maybe],
    ['any', Answer.any(), no],
    ['the opposite', yes.negated, no],
    ['the opposite', maybe.negated, maybe],
  ])('%s', (_title, { isYes, isNo, isUnknown, because }, expected) => {
    expect([isYes, isNo, isUnknown, because]).toEqual([
      expected.isYes,
      expected.isNo,
      expected.isUnknown,
      expected.because,
    ]);
  });
});

describe('the configuration', () => {
  const summary = (evaluate: (service: JudgedResource, configuration: JudgedConfiguration) => string[]): Evaluate => {
    return (...asked) => RuleVerdict.violated({ message: evaluate(...asked).join() });
  };

  function addSubnet(stack: TerraformStack, virtualNetworkName: string, resourceGroupName: string = 'rg-a') {
    return new Subnet(stack, 'Subnet', {
      name: 'snet',
      resourceGroupName,
      virtualNetworkName,
      addressPrefixes: ['10.0.0.0/24'],
    });
  }

  const addNetwork = (stack: TerraformStack) =>
    add(stack, 'Net', 'azurerm_virtual_network', { name: 'vnet', resource_group_name: 'rg-a' });

  const referred = summary((_service, configuration) => {
    const [subnet] = configuration.resources('azurerm_subnet').resources;
    const found = configuration.referredBy(subnet, 'virtual_network_name', 'azurerm_virtual_network');
    return [...found.resources.map(({ path, type, title }) => `${path} ${type} ${title}`), configuration.profile];
  });

  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    [
      'by a reference',
      (stack) => addSubnet(stack, `\${azurerm_virtual_network.${addNetwork(stack).friendlyUniqueId}.name}`),
      'error [] Prod/Net azurerm_virtual_network vnet,publicClients',
    ],
    [
      'by a name in the same group',
      (stack) => addNetwork(stack) && addSubnet(stack, 'vnet'),
      'error [] Prod/Net azurerm_virtual_network vnet,publicClients',
    ],
    [
      'by a name in another group',
      (stack) => addNetwork(stack) && addSubnet(stack, 'vnet', 'rg-b'),
      'error [] publicClients',
    ],
    [
      'by a name in a group that nobody knows',
      (stack) => addNetwork(stack) && addSubnet(stack, 'vnet', '${var.group}'),
      'unknown, the resource group of Prod/Subnet is only known when Terraform runs',
    ],
    [
      'by what nobody knows',
      (stack) => addNetwork(stack) && addSubnet(stack, '${var.net}'),
      'unknown, virtual_network_name of Prod/Subnet is var.net, which is only known when Terraform runs',
    ],
    ['by nothing', (stack) => addSubnet(stack, ''), 'error [] publicClients'],
  ])('knows what is referred to %s', (_title, define, expected) => {
    expect(said({}, referred, define)).toEqual([expected]);
  });

  test('knows what refers to the service in a list, and whether one is as it should be', () => {
    const evaluate: Evaluate = (service, configuration) => {
      const alerts = configuration.referringTo(service, 'scopes', 'azurerm_monitor_metric_alert');
      return RuleVerdict.of(alerts.some('severity', '0', '1'), 'good', `none of ${alerts.resources.length} is urgent`);
    };
    const alert = (severity: unknown) => (stack: TerraformStack) => {
      const { friendlyUniqueId } = stack.node.findChild('Service') as TerraformResource;
      const scopes = [`\${azurerm_signalr_service.${friendlyUniqueId}.id}`];
      add(stack, 'Alert', 'azurerm_monitor_metric_alert', { scopes, severity });
    };
    expect(said({}, evaluate)).toEqual(['error [] none of 0 is urgent']);
    expect(said({}, evaluate, alert(3))).toEqual(['error [] none of 1 is urgent']);
    expect(said({}, evaluate, alert(1))).toEqual(['compliant']);
    expect(said({}, evaluate, alert('${var.severity}'))).toEqual([
      'unknown, severity of Prod/Alert is var.severity, which is only known when Terraform runs',
    ]);
  });

  test('knows whether what is judged is there', () => {
    const evaluate: Evaluate = (service) => RuleVerdict.of(service.isThere, 'good', 'bad');
    expect(said({}, evaluate)).toEqual(['compliant']);
    expect(said({ count: '${var.n}' }, evaluate)).toEqual([
      'unknown, how many instances Prod/Service has is only known when Terraform runs: count is var.n',
    ]);
  });
});
