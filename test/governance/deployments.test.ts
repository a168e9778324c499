import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { TerraformStack } from 'cdktf';
import { AppHost, SecureSignalRAppProps } from '../../src';
import { AccessRestrictions } from '../../src/appservice';
import {
  AppServicePolicies,
  PolicyAssignment,
  PolicyDefinition,
  PolicyParameter,
  SignalRPolicies,
} from '../../src/governance';
import { RoleScope } from '../../src/identity';
import { LogDestination } from '../../src/observability';
import { DnsIntegration } from '../../src/privatelink';
import { newApp } from '../support/app';
import { HAND_WRITTEN, SUBSCRIPTION, VARIABLE, warningsOf } from '../support/governance';
import { newStack } from '../support/synth';

const { CONFIGURE_LOGS_TO_WORKSPACE, CONFIGURE_PRIVATE_DNS_ZONE, CONFIGURE_PRIVATE_ENDPOINT } = SignalRPolicies;
const ADDS = '[policy/adds-to-own-design]';

/** Warnings of an assignment to the subscription, beside those of roles there. */
function warnings(stack: TerraformStack, policy: PolicyDefinition): string[] {
  const names = policy.parameters ?? [];
  const assignment = new PolicyAssignment(stack, 'Assignment', {
    name: 'a',
    scope: RoleScope.subscription(SUBSCRIPTION),
    policy,
    location: 'centralus',
    parameters: Object.fromEntries(names.map((name) => [name, PolicyParameter.text('/some/id')])),
  });
  expect(assignment.node.validate()).toEqual([]);
  return warningsOf(assignment).filter((line) => line.includes('own-design'));
}

const architecture = (props: Partial<SecureSignalRAppProps> = {}) => newApp(props).stack;

describe('a policy that deploys private endpoints', () => {
  test('adds one to a service without any', () => {
    const stack = newStack();
    HAND_WRITTEN.service(stack, {});
    expect(warnings(stack, CONFIGURE_PRIVATE_ENDPOINT)).toEqual([
      `${ADDS} "Configure private endpoints to Azure SignalR Service" adds to Prod/S, because no private endpoint connects to the service, and its access control list does not name the one that the policy deploys. Define an endpoint with addPrivateEndpoint. Or exempt it with addExemption`,
    ]);
  });

  test('leaves that of an architecture alone', () => {
    expect(warnings(architecture(), CONFIGURE_PRIVATE_ENDPOINT)).toEqual([]);
  });

  test('is not judged where only Terraform knows what an endpoint leads to', () => {
    const stack = newStack();
    HAND_WRITTEN.service(stack, {});
    new PrivateEndpoint(stack, 'Endpoint', {
      name: 'pep',
      location: 'centralus',
      resourceGroupName: 'rg',
      subnetId: VARIABLE,
      privateServiceConnection: { name: 'c', isManualConnection: false, privateConnectionResourceId: VARIABLE },
    });
    expect(warnings(stack, CONFIGURE_PRIVATE_ENDPOINT)).toEqual([
      '[policy/may-deny-own-design] only Terraform knows whether "Configure private endpoints to Azure SignalR Service" adds to Prod/S: what Prod/Endpoint connects to is not known',
    ]);
  });
});

describe('a policy that sends logs', () => {
  test('adds a second setting beside that of an architecture', () => {
    expect(warnings(architecture(), CONFIGURE_LOGS_TO_WORKSPACE)).toEqual([
      `${ADDS} "${CONFIGURE_LOGS_TO_WORKSPACE.displayName}" adds to Prod/Chat/SignalR/Resource, because its own diagnostic setting sends logs to a workspace; Azure rejects a second setting for the same workspace, and with another one the logs are stored twice. Leave logs to the policy with LogDestination.managedByPolicy(). Or exempt it with addExemption`,
    ]);
  });

  test.each([
    ['leaves logs to it', LogDestination.managedByPolicy()],
    [
      'sends them elsewhere',
      LogDestination.storage('/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st'),
    ],
  ])('fits an architecture that %s', (_, logs) => {
    expect(warnings(architecture({ logs }), CONFIGURE_LOGS_TO_WORKSPACE)).toEqual([]);
  });
});

describe('a policy that attaches zones to private endpoints', () => {
  const closed = () => {
    const host = AppHost.linuxWebApp({ accessRestrictions: AccessRestrictions.privateEndpointOnly() });
    const { chat, stack } = newApp({ host, dns: DnsIntegration.recordsOnly() });
    chat.addPrivateEndpoint('App', { name: 'pep-app', target: chat.linuxWebApp! });
    return stack;
  };
  const message = (policy: PolicyDefinition, path: string) =>
    `${ADDS} "${policy.displayName}" adds to ${path}, because Terraform removes the zone group that the policy attaches, since the endpoint has none here. Use DnsIntegration.managedByPolicy(). Or exempt it with addExemption`;

  test('adds a zone group that Terraform removes', () => {
    expect(warnings(closed(), CONFIGURE_PRIVATE_DNS_ZONE)).toEqual([
      message(CONFIGURE_PRIVATE_DNS_ZONE, 'Prod/Chat/SignalR/PrivateEndpoint/Resource'),
    ]);
    const { CONFIGURE_PRIVATE_DNS_ZONE: ofApps } = AppServicePolicies;
    expect(warnings(closed(), ofApps)).toEqual([message(ofApps, 'Prod/Chat/App/Resource')]);
  });

  test.each([
    ['has a zone', undefined],
    ['leaves it to the policy', DnsIntegration.managedByPolicy()],
  ])('fits an architecture that %s', (_, dns) => {
    expect(warnings(architecture({ dns }), CONFIGURE_PRIVATE_DNS_ZONE)).toEqual([]);
  });
});
