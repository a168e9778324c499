import { TerraformResource, TerraformResourceLifecycle, TerraformStack } from 'cdktf';
import { resolved } from './resolved';
import { overridden, overridesAt } from './stack-overrides';
import { warn } from './warn';

type Json = Readonly<Record<string, unknown>>;

/** Part of a lifecycle that a resource needs, and why. */
interface Need {
  readonly lifecycle: TerraformResourceLifecycle;
  readonly because: string;
}

const needs = new WeakMap<TerraformResource, Need[]>();

/**
 * Gives a resource a lifecycle that it needs, and warns at synth where another one has replaced it, such as that of an
 * aspect which gives all resources `preventDestroy`.
 *
 * @param because what happens without it, as a clause
 */
export function needLifecycle(
  resource: TerraformResource,
  lifecycle: TerraformResourceLifecycle | undefined,
  because: string,
): void {
  resource.lifecycle = lifecycle;
  need(resource, { lifecycle: { ...lifecycle }, because });
}

/**
 * Lets Terraform ignore changes of attributes of a resource, in addition to those that its lifecycle ignores already,
 * with the same warning.
 *
 * @param paths what to ignore, such as `sku[0].capacity`
 * @param because what happens without it, as a clause
 */
export function ignoreChanges(resource: TerraformResource, paths: readonly string[], because: string): void {
  const { lifecycle } = resource;
  const ignored = lifecycle?.ignoreChanges ?? [];
  if (ignored !== 'all') resource.lifecycle = { ...lifecycle, ignoreChanges: [...(ignored as string[]), ...paths] };
  need(resource, { lifecycle: { ignoreChanges: [...paths] }, because });
}

/** A reason that is given again replaces what it was given for before. */
function need(resource: TerraformResource, added: Need): void {
  const known = needs.get(resource);
  if (!known) resource.node.addValidation({ validate: () => warnOfLost(resource) });
  needs.set(resource, [...(known ?? []).filter(({ because }) => because !== added.because), added]);
}

function warnOfLost(resource: TerraformResource): string[] {
  const found = writtenLifecycle(resource);
  needs.get(resource)!.forEach(({ lifecycle, because }) => {
    const lost = [
      ...lostOf('ignoreChanges', lifecycle.ignoreChanges, found.ignore_changes, resource),
      ...lostOf('replaceTriggeredBy', lifecycle.replaceTriggeredBy, found.replace_triggered_by, resource),
    ];
    if (lost.length === 0) return;
    const message = `the lifecycle lost ${lost.join(' and ')}, ${because}; add to the existing lifecycle, such as { ...resource.lifecycle, preventDestroy: true }`;
    warn(resource, 'core/lost-lifecycle', message);
  });
  return [];
}

/** Returns the part of the lifecycle that was lost. */
function lostOf(name: string, needed: unknown, found: unknown, resource: TerraformResource): string[] {
  // Terraform accepts the word for all attributes.
  if (!Array.isArray(needed) || found === 'all') return [];
  const addresses = needed.map((each: string | { fqn: string }) => (typeof each === 'string' ? each : each.fqn));
  const all = addresses.map((each) => plain(resolved(resource, each)));
  const there = new Set((Array.isArray(found) ? found : []).map(plain));
  const lost = all.filter((each) => !there.has(each));
  return lost.length > 0 ? [`${name} of ${lost.join(', ')}`] : [];
}

/** The lifecycle as Terraform reads it, with overrides. */
function writtenLifecycle(resource: TerraformResource): Json {
  const { terraformResourceType: type, friendlyUniqueId: id } = resource;
  const resolve = (json: unknown) => resolved(resource, json);
  const body = (resolve(resource.toTerraform()) as { resource?: Record<string, Record<string, Json>> }).resource?.[
    type
  ][id];
  const whole = overridden(body ?? {}, overridesAt(TerraformStack.of(resource), ['resource', type, id]), resolve);
  return (whole.lifecycle ?? {}) as Json;
}

function plain(address: unknown): string {
  return String(address).replace(/^\$\{|\}$/g, '');
}
