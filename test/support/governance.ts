import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { LogicAppStandard } from '@cdktf/provider-azurerm/lib/logic-app-standard';
import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { withoutReadOn } from './read-on';
import { PolicyAssignment, PolicyAssignmentProps, PolicyEffect, SignalRPolicies } from '../../src/governance';
import { RoleScope } from '../../src/identity';

/** The warnings on a construct and what is below it. */
export function warningsOf(construct: IConstruct): string[] {
  return construct.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => withoutReadOn(data)),
    );
}

export const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';

const AUTHORIZATION = '/providers/Microsoft.Authorization';

/** Id of a built-in definition. */
export const builtIn = (guid: string) => `${AUTHORIZATION}/policyDefinitions/${guid}`;

export type Overrides = Record<string, unknown>;

function override(resource: TerraformResource, overrides: Overrides) {
  Object.entries(overrides).forEach(([path, value]) => resource.addOverride(path, value));
  return resource;
}

const PLACE = { name: 'x', location: 'centralus', resourceGroupName: 'rg' };

/** Resources as somebody writes them by hand, with what a test changes. */
export const HAND_WRITTEN: Record<string, (stack: TerraformStack, overrides: Overrides) => TerraformResource> = {
  service: (stack, overrides) =>
    override(new SignalrService(stack, 'S', { ...PLACE, sku: { name: 'Standard_S1', capacity: 1 } }), overrides),
  web: (stack, overrides) =>
    override(new LinuxWebApp(stack, 'W', { ...PLACE, servicePlanId: 'p', siteConfig: {} }), overrides),
  functions: (stack, overrides) =>
    override(new LinuxFunctionApp(stack, 'F', { ...PLACE, servicePlanId: 'p', siteConfig: {} }), overrides),
  workflows: (stack, overrides) =>
    override(
      new LogicAppStandard(stack, 'L', {
        ...PLACE,
        appServicePlanId: 'p',
        storageAccountName: 'st',
        storageAccountAccessKey: VARIABLE,
      }),
      overrides,
    ),
  plan: (stack, overrides) =>
    override(new ServicePlan(stack, 'P', { ...PLACE, osType: 'Linux', skuName: 'B1' }), overrides),
};

/** Assigns the policy against public access to a subscription, with what a test changes. */
export function assign(stack: TerraformStack, change: Partial<PolicyAssignmentProps> = {}) {
  const defaults = {
    name: 'a',
    scope: RoleScope.subscription(SUBSCRIPTION),
    policy: SignalRPolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
    effect: PolicyEffect.DENY,
  };
  return new PolicyAssignment(stack, 'Assignment', { ...defaults, ...change });
}

/** Codes of the errors and warnings of validation, in order of the resources. */
export function judged(assignment: PolicyAssignment): string[] {
  const errors = assignment.node.validate();
  return [...errors, ...warningsOf(assignment)].map((line) => /\[([^\]]+)\]/.exec(line)?.[1] ?? line);
}

export const REFUSED = ['policy/denies-own-design'];
export const OPEN = ['policy/may-deny-own-design'];
export const CHANGED = ['policy/modifies-own-design'];
export const VARIABLE = '${var.given}';
