import { TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { checkRegistration } from './provider-registration';
import { overridesAt } from './stack-overrides';
import { providersOf } from './stacks';
import { registry } from '../core/internal/registry';
import { Release, VersionRange } from '../core/internal/version-range';
import { Problem, refuse } from '../core/internal/violations';

/** Construct context that names the major version of azurerm that stacks are deployed with: 4 or 5. */
export const AZURERM_MAJOR_CONTEXT = 'azurermMajor';

/** Construct context that names the versions of azurerm that stacks require, as Terraform writes them. */
export const AZURERM_VERSION_CONTEXT = 'azurermVersion';

const MAJORS = ['4', '5'];

/**
 * The oldest release of each major version that the JSON is for. azurerm 5.0 cannot take over all state of azurerm 4:
 * https://github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md.
 */
const OLDEST = new Map<number, Release>([
  [4, [4, 55]],
  [5, [5, 2]],
]);

/**
 * Versions that stacks require without a version in the context: any release of the major version that the JSON is for.
 */
const VERSION_4 = '>= 4.55, < 5';
const VERSION_5 = '~> 5.2';

const REQUIREMENT = ['terraform', 'required_providers', 'azurerm'];

/** A version that the context of a construct asks for, and that is missing here. */
export function azurermMajorProblems({ node }: IConstruct): Problem[] {
  const given: unknown = node.tryGetContext(AZURERM_MAJOR_CONTEXT);
  const version: unknown = node.tryGetContext(AZURERM_VERSION_CONTEXT);
  return [...majorProblems(given), ...(version === undefined ? [] : versionProblems(version, given))];
}

function majorProblems(given: unknown): Problem[] {
  if (given === undefined || MAJORS.some((major) => isMajor(given, major))) return [];
  const message = `the construct context "${AZURERM_MAJOR_CONTEXT}" is ${JSON.stringify(given)}; give 4 or 5, the major version of azurerm to deploy with`;
  return [{ code: 'core/azurerm-major', message }];
}

/** Reports why the JSON is not valid for all versions that a constraint allows. */
function versionProblems(given: unknown, major: unknown): Problem[] {
  const code = 'core/azurerm-version';
  const named = `the construct context "${AZURERM_VERSION_CONTEXT}" is ${JSON.stringify(given)}`;
  const range = typeof given === 'string' ? VersionRange.of(given) : undefined;
  if (!range) {
    const message = `${named}; give a version constraint of Terraform, such as ">= 4.55, < 5" or "~> 5.2"`;
    return [{ code, message }];
  }
  const [first] = range.oldest;
  const oldest = OLDEST.get(first);
  if (!oldest || range.oldest[1] < oldest[1]) {
    const message = `${named}, which allows azurerm ${range.oldest.join('.')}, but the JSON is for 4.55 and later 4.x, or for 5.2 and later 5.x; begin with ">= 4.55" or ">= 5.2"`;
    return [{ code, message }];
  }
  const next = first + 1;
  if (range.reaches([next, 0])) {
    const message = `${named}, which allows azurerm ${next} too, but the JSON is for one major version; add "< ${next}"`;
    return [{ code, message }];
  }
  if (!range.reaches(range.oldest)) return [{ code, message: `${named}, which allows no version; correct the range` }];
  if (major === undefined || !MAJORS.some((each) => isMajor(major, each)) || isMajor(major, String(first))) return [];
  const message = `${named}, but "${AZURERM_MAJOR_CONTEXT}" is ${JSON.stringify(major)}; leave one of the two out`;
  return [{ code, message }];
}

/**
 * Lets the stack of a construct require the azurerm that its context asks for, or a range of azurerm 4: the bindings
 * require one release alone, which fits no module that needs another. It changes the stack, so a construct asks for it
 * when nothing else rejects its resource.
 *
 * @throws `core/azurerm-major`, `core/azurerm-version` where the context asks for another version
 */
export function requireAzurermMajor(construct: IConstruct): void {
  refuse(construct, azurermMajorProblems(construct));
  const stack = TerraformStack.of(construct);
  requireVersion(stack);
}

/**
 * Gives a resource what azurerm 5 has in place of attributes of azurerm 4, which are all that its bindings know.
 * Changes nothing where the stack is for azurerm 4.
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
  requireVersion(stack);
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

/** Reports whether a stack is deployed with azurerm 5. */
export function isForAzurerm5(stack: TerraformStack): boolean {
  const version = versionFor(stack);
  if (version !== undefined) return VersionRange.of(version)?.oldest[0] === 5;
  return isMajor(stack.node.tryGetContext(AZURERM_MAJOR_CONTEXT), '5');
}

function versionFor({ node }: TerraformStack): string | undefined {
  const version: unknown = node.tryGetContext(AZURERM_VERSION_CONTEXT);
  return typeof version === 'string' ? version : undefined;
}

/** The command line of cdktf may give a text. */
function isMajor(given: unknown, major: string): boolean {
  return given === major || given === Number(major);
}

function requireVersion(stack: TerraformStack): void {
  const isFor5 = isForAzurerm5(stack);
  const version = versionFor(stack) ?? (isFor5 ? VERSION_5 : VERSION_4);
  const required = registry<TerraformStack>(stack, 'stacks that require a version of azurerm');
  if (required.has(stack.node.path)) return;
  required.set(stack.node.path, stack);
  // An override comes after all providers, and a version that the user asks for later comes after this one.
  const isGiven = 'version' in overridesAt(stack, REQUIREMENT);
  if (!isGiven) stack.addOverride([...REQUIREMENT, 'version'].join('.'), version);
  if (isFor5) checkRegistration(stack);
}
