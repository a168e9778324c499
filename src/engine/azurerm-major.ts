import { TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { checkRegistration } from './provider-registration';
import { overridesAt } from './stack-overrides';
import { providersOf } from './stacks';
import { registry } from '../core/internal/registry';
import { Problem, refuse } from '../core/internal/violations';

/** Construct context that names the major version of azurerm that stacks are deployed with: 4 or 5. */
export const AZURERM_MAJOR_CONTEXT = 'azurermMajor';

const MAJORS = ['4', '5'];

/** azurerm 5.0 cannot take over all state of azurerm 4: https://github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md. */
const VERSION_5 = '~> 5.2';

const REQUIREMENT = ['terraform', 'required_providers', 'azurerm'];

/** A version that the context of a construct asks for, and that is missing here. */
export function azurermMajorProblems({ node }: IConstruct): Problem[] {
  const given: unknown = node.tryGetContext(AZURERM_MAJOR_CONTEXT);
  if (given === undefined || MAJORS.some((major) => isMajor(given, major))) return [];
  const message = `the construct context "${AZURERM_MAJOR_CONTEXT}" is ${JSON.stringify(given)}; give 4 or 5, the major version of azurerm to deploy with`;
  return [{ code: 'core/azurerm-major', message }];
}

/**
 * Lets the stack of a construct require azurerm 5 where its context asks for it: the cdktf bindings are those of 4.55, and
 * require that version. It changes the stack, so a construct asks for it when nothing else refuses its resource.
 *
 * @throws `core/azurerm-major` where the context asks for another version
 */
export function requireAzurermMajor(construct: IConstruct): void {
  refuse(construct, azurermMajorProblems(construct));
  const stack = TerraformStack.of(construct);
  if (isForAzurerm5(stack)) requireAzurerm5(stack);
}

/**
 * Gives a resource what azurerm 5 has in place of attributes of azurerm 4, which are all that its bindings know. Changes
 * nothing where the stack is for azurerm 4.
 *
 * @param former names of attributes that azurerm 5 does not have
 * @param current what azurerm 5 has instead, by its names; lazy where it is to follow later changes of the resource
 */
export function writeForAzurerm5(
  resource: TerraformResource,
  former: readonly string[],
  current: Readonly<Record<string, unknown>>,
): void {
  const stack = TerraformStack.of(resource);
  if (!isForAzurerm5(stack)) return;
  // It may be in another stack than the construct that defines it.
  requireAzurerm5(stack);
  former.forEach((name) => resource.addOverride(name, undefined));
  Object.entries(current).forEach(([name, value]) => resource.addOverride(name, value));
}

/** The version of azurerm that a stack requires as it is now; `undefined` where it requires none. */
export function requiredAzurerm(stack: TerraformStack): string | undefined {
  const given = overridesAt(stack, REQUIREMENT);
  if ('version' in given) return typeof given.version === 'string' ? given.version : undefined;
  const provider = providersOf(stack).find(({ terraformResourceType }) => terraformResourceType === 'azurerm');
  return provider?.terraformGeneratorMetadata?.providerVersion;
}

/** Whether a stack is deployed with azurerm 5. */
export function isForAzurerm5({ node }: TerraformStack): boolean {
  return isMajor(node.tryGetContext(AZURERM_MAJOR_CONTEXT), '5');
}

/** The command line of cdktf may give a text. */
function isMajor(given: unknown, major: string): boolean {
  return given === major || given === Number(major);
}

function requireAzurerm5(stack: TerraformStack): void {
  const required = registry<TerraformStack>(stack, 'stacks for azurerm 5');
  if (required.has(stack.node.path)) return;
  required.set(stack.node.path, stack);
  // An override comes after all providers, and a version that the user asks for later comes after this one.
  const isGiven = 'version' in overridesAt(stack, REQUIREMENT);
  if (!isGiven) stack.addOverride([...REQUIREMENT, 'version'].join('.'), VERSION_5);
  checkRegistration(stack);
}
