import { TerraformBackend, TerraformElement, TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { constructsOf } from './stacks';
import { warn } from './warn';
import { pathProblems } from '../core/internal/construct-ids';
import { Problem } from '../core/internal/violations';

/** https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers */
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/** cdktf leaves constructs of this id out of logical ids. */
const HIDDEN = 'Default';

/**
 * Logical ids of a stack that Terraform rejects, one for each construct that makes them so; warns of lost overrides.
 */
export function logicalIdProblems(stack: TerraformStack): Problem[] {
  const problems = new Map<IConstruct, Problem[]>();
  for (const element of addressedIn(stack)) {
    const cause = causeOf(element, stack);
    if (problems.has(cause)) continue;
    const tokens = pathProblems(element);
    if (tokens.length > 0) problems.set(cause, tokens);
    else if (!IDENTIFIER.test(element.friendlyUniqueId)) problems.set(cause, [problemOf(cause, element)]);
    warnOfLostOverride(element);
  }
  return [...problems].flatMap(([{ node }, found]) =>
    found.map(({ code, message }) => ({ code, message: `${node.path}: ${message}` })),
  );
}

function problemOf(cause: IConstruct, element: TerraformElement): Problem {
  const id = element.friendlyUniqueId;
  const owner = cause === element ? 'the logical id' : `the logical id of ${element.node.path}`;
  const advice = isOverridden(element)
    ? 'give overrideLogicalId such a name'
    : 'give the construct an id that begins with a letter from A to Z';
  const message = `${owner} is ${id === '' ? 'empty' : `"${id}"`}, but Terraform accepts letters, digits, "-" and "_", beginning with a letter or "_"; ${advice}`;
  return { code: 'core/logical-id', message };
}

/** cdktf ignores an override of a resource that others define once one of its attributes was read. */
function warnOfLostOverride(element: TerraformElement): void {
  const { _logicalIdOverride: given } = internalsOf(element);
  if (given === undefined || given === element.friendlyUniqueId) return;
  warn(
    element,
    'core/logical-id-override',
    `overrideLogicalId("${given}") came after an attribute of the resource was read, so cdktf keeps "${element.friendlyUniqueId}"; override the logical id before anything refers to the resource`,
  );
}

/** Lists the elements that have their own name in the JSON. */
function addressedIn(stack: TerraformStack): TerraformElement[] {
  return constructsOf(stack).filter(
    (each): each is TerraformElement =>
      TerraformElement.isTerraformElement(each) &&
      !TerraformProvider.isTerraformProvider(each) &&
      !TerraformBackend.isBackend(each),
  );
}

/** The construct whose id the logical id of an element begins with. */
function causeOf(element: TerraformElement, stack: TerraformStack): IConstruct {
  const { scopes } = element.node;
  const own = scopes.slice(scopes.indexOf(stack) + 1);
  return isOverridden(element) ? element : (own.find(({ node }) => node.id !== HIDDEN) ?? element);
}

function isOverridden(element: TerraformElement): boolean {
  return internalsOf(element)._logicalIdOverride !== undefined;
}

function internalsOf(element: TerraformElement): { readonly _logicalIdOverride?: string } {
  return element as unknown as { readonly _logicalIdOverride?: string };
}
