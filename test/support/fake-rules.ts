import { SignalrService, SignalrServiceConfig } from '@cdktf/provider-azurerm/lib/signalr-service';
import { Construct } from 'constructs';
import { Rule, RuleVerdict } from '../../src/compliance/private/rule';
import { SecurityProfile } from '../../src/compliance/security-profile';
import { Severity } from '../../src/compliance/severity';

const SERVICE = 'azurerm_signalr_service';

const DEFAULTS = {
  severity: Severity.ERROR,
  types: [SERVICE],
  controls: {},
  explanation: 'It matters.',
  link: 'https://learn.microsoft.com/a_b',
};

/** Access keys are off. */
export const KEYS: Rule = {
  ...DEFAULTS,
  id: 'SIG2',
  name: 'SignalRLocalAuthDisabled',
  controls: { benchmark: ['IM-1', 'PA-1'], policies: ['f70eecba'], psRule: ['AZR-1'], checkov: ['CKV_AZURE_1'] },
  summary: 'The service has no access keys.',
  explanation: 'Whoever has a key is let in',
  fix: 'Set local_auth_enabled to false',
  evaluate: (service) => {
    const value = service.at('local_auth_enabled');
    if (value.isUnknown) return RuleVerdict.unknown('local_auth_enabled is not known');
    return value.is(false)
      ? RuleVerdict.compliant('local_auth_enabled is false')
      : RuleVerdict.violated({ message: 'the service has access keys' });
  },
};

/** Origins come over https; those of development are warnings. */
export const ORIGINS: Rule = {
  ...DEFAULTS,
  id: 'SIG5',
  name: 'SignalRCorsRestricted',
  controls: { benchmark: ['DP-3'] },
  summary: 'Origins are https.',
  fix: 'Name https origins.',
  evaluate: (service) => {
    const origins = (service.at('cors.allowed_origins').known ?? []) as string[];
    const plain = origins.filter((origin) => !origin.startsWith('https:'));
    if (plain.length === 0) return RuleVerdict.compliant('all origins are https');
    return RuleVerdict.violated(
      ...plain.map((origin) => ({
        id: `Origin::${origin}`,
        message: `cors allows ${origin}`,
        severity: origin.includes('localhost') ? Severity.WARNING : undefined,
      })),
    );
  },
};

/** Isolated services have no public access. */
export const ISOLATED: Rule = {
  ...DEFAULTS,
  id: 'SIG6',
  name: 'SignalRPublicNetworkAccess',
  profile: SecurityProfile.ISOLATED,
  summary: 'The service is not reachable over the internet.',
  fix: 'Set public_network_access_enabled to false.',
  evaluate: (service) =>
    service.at('public_network_access_enabled').is(false)
      ? RuleVerdict.compliant('it is not reachable')
      : RuleVerdict.violated({ message: 'the service is reachable over the internet' }),
};

/** The tier is Premium. */
export const TIER: Rule = {
  ...DEFAULTS,
  id: 'REL1',
  name: 'SignalRPremium',
  severity: Severity.WARNING,
  summary: 'The tier is Premium.',
  fix: 'Set sku.name to Premium_P1.',
  evaluate: (service) => {
    const name = service.at('sku.name');
    if (name.isUnknown) return RuleVerdict.unknown('sku.name is not known');
    return name.is('Premium_P1')
      ? RuleVerdict.compliant('it is')
      : RuleVerdict.violated({ message: `the tier is ${name.text}` });
  },
};

/** Outputs are told. */
export const OUTPUT: Rule = {
  ...DEFAULTS,
  id: 'OUT1',
  name: 'OutputTold',
  severity: Severity.INFO,
  types: ['output'],
  summary: 'There are no outputs.',
  fix: 'Remove it.',
  evaluate: () => RuleVerdict.violated({ message: 'there is an output' }),
};

/** What stands in for the catalogue. */
export const FAKE_RULES: readonly Rule[] = [KEYS, ORIGINS, ISOLATED, OUTPUT, TIER];

/** A service that the rules above have nothing against in the profile of public clients. */
export function addService(scope: Construct, id: string = 'Service', config: Partial<SignalrServiceConfig> = {}) {
  return new SignalrService(scope, id, {
    name: 'sig-a',
    location: 'centralus',
    resourceGroupName: 'rg-a',
    sku: { name: 'Premium_P1', capacity: 1 },
    localAuthEnabled: false,
    ...config,
  });
}
