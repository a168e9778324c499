import { asExpression, Configuration, ResourceConfiguration } from './configuration';
import { Draft, FileContent, idIn, resourcesIn } from './drafts';
import { InstanceBody } from './instance-body';
import { Json, objectOf, objectsOf, textOf } from './json';
import { readable } from './readable';
import { draftOf, outputDraft } from './state';
import { ValueReader } from './value-reader';
import { instanceAddressOf } from './written-path';
import { addTo } from '../../core/internal/add-to';
import { asText } from '../../core/internal/as-text';
import { ElementKind } from '../model-source';

const MAX_LISTED = 3;
const SUBSCRIPTION = /^\/subscriptions\/([^/]+)\//i;

/** A change of a plan, and what the configuration says of the instance. */
interface Change {
  readonly address: string;
  readonly type: string;
  readonly kind: ElementKind;
  readonly before: Json;
  readonly after: unknown;
  /** Values of `after` that are not sensitive. */
  readonly known: Json;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  readonly isDeferred: boolean;
  readonly configuration?: ResourceConfiguration;
}

/**
 * Reads the resources that a plan leaves, as `terraform show -json` prints it.
 *
 * @param file distinguishes its addresses from those of other files
 */
export function readPlan(plan: Json, file: string): FileContent {
  const deferred = objectsOf(plan.deferred_changes).map((each): Json => ({
    ...objectOf(each.resource_change),
    isDeferred: true,
  }));
  const listed: Json[] = [...objectsOf(plan.resource_changes), ...deferred];
  const present = listed.filter(({ deposed, change }) => deposed === undefined && isPresent(change));
  const prior = resourcesIn(objectOf(objectOf(plan.prior_state).values).root_module);
  const changed = new Set(listed.map(({ address }) => address));
  // A plan with targets lists only these; what else there is stays as it is.
  const untouched = prior.filter(({ address, mode }) => mode === 'data' || !changed.has(address));
  const configuration = new Configuration(
    objectOf(plan.configuration),
    [...present, ...untouched].map(({ address }) => instanceAddressOf(asText(address))),
  );
  const changes = present.flatMap((each) => changeOf(each, configuration));
  const alike = new Map<Json | undefined, Json[]>();
  changes.forEach(({ configuration: of, known }) => addTo(alike, of?.body, known));
  const ids = [...prior.map(({ values }) => idIn(values)), ...changes.map(({ before }) => idIn(before))];
  const written = objectOf(objectOf(objectOf(plan.configuration).root_module).outputs);
  const outputs = Object.entries(objectOf(objectOf(plan.planned_values).outputs)).map(
    ([name, output]): [string, Json, unknown] => [name, objectOf(output), objectOf(written[name]).expression],
  );
  return {
    file,
    drafts: [
      ...providerDrafts(plan, changes, file),
      ...changes.map((change) => changeDraft(change, alike.get(change.configuration?.body) ?? [], file)),
      ...untouched.flatMap((resource) => draftOf(resource, file)),
      ...outputs.map((output) => outputOf(output, configuration, file)),
    ],
    outputs: new Map(
      outputs.map(([name, { value }, expression]) => [
        name,
        { value, attribute: configuration.sourceOf(expression, 'value') },
      ]),
    ),
    owned: new Set(ids.flatMap((id) => id?.toLowerCase() ?? [])),
    notes: notesOf(plan, listed),
  };
}

/** Reads the resources that exist before a plan is applied. */
export function readPriorState(plan: Json, file: string): FileContent {
  const prior = resourcesIn(objectOf(objectOf(plan.prior_state).values).root_module);
  const drafts = prior.flatMap((resource) => draftOf(resource, file));
  return { file, drafts, outputs: new Map(), owned: new Set(), notes: [] };
}

function isPresent(change: unknown): boolean {
  const { after } = objectOf(change);
  return isOnly(change, 'read') || isOnly(change, 'forget') || (after !== null && after !== undefined);
}

function isOnly(change: unknown, action: string): boolean {
  const { actions } = objectOf(change);
  return Array.isArray(actions) && actions.length === 1 && actions[0] === action;
}

function changeOf(listed: Json, configuration: Configuration): Change[] {
  const [address, type] = [textOf(listed.address), textOf(listed.type)];
  if (address === undefined || type === undefined) return [];
  const change = objectOf(listed.change);
  // What Terraform forgets stays in Azure as it is.
  const isForgotten = isOnly(change, 'forget');
  const { before, before_sensitive: sensitiveBefore } = change;
  const [after, unknown, sensitive] = isForgotten
    ? [before, undefined, sensitiveBefore]
    : [change.after, change.after_unknown, change.after_sensitive];
  return [
    {
      address,
      type,
      kind: listed.mode === 'data' ? ElementKind.DATA_SOURCE : ElementKind.RESOURCE,
      before: objectOf(readable(before, sensitiveBefore)),
      after,
      known: objectOf(readable(after, sensitive)),
      unknown,
      sensitive,
      isDeferred: listed.isDeferred === true,
      configuration: configuration.of(instanceAddressOf(address)),
    },
  ];
}

/** @param alike what all instances of its block are given */
function changeDraft(change: Change, alike: readonly Json[], file: string): Draft {
  const { address, type, kind, before, after, known, unknown, sensitive, configuration, isDeferred } = change;
  const { provider } = change.configuration ?? {};
  return {
    place: { kind, type, address, stack: file },
    id: idIn(known),
    values: [before, known],
    read: (link) =>
      new ValueReader(address, link, configuration, alike).body(after, unknown, sensitive).with({
        ...(provider?.includes('.') ? { provider: () => provider } : {}),
        // Terraform planned it as far as it could: how often it will be there is not known.
        ...(isDeferred ? { count: () => asExpression(`the deferred change of ${address}`) } : {}),
      }),
  };
}

/** The providers, with the subscription that they name, or else the one in the ids of what they manage. */
function providerDrafts(plan: Json, changes: readonly Change[], file: string): Draft[] {
  return Object.entries(objectOf(objectOf(plan.configuration).provider_config)).map(([address, provider]) => {
    const { name, expressions } = objectOf(provider);
    const { subscription_id: given } = objectOf(expressions);
    const { constant_value: constant } = objectOf(given);
    const managed = changes.filter(({ configuration }) => configuration?.provider === address);
    const found = managed.map(({ before, known }) => SUBSCRIPTION.exec(idIn(before) ?? idIn(known) ?? '')?.[1]);
    const subscription = textOf(constant) ?? found.find((id) => id !== undefined);
    const place = { kind: ElementKind.PROVIDER, type: ElementKind.PROVIDER, address, stack: file };
    const body = subscription === undefined ? {} : { subscription_id: subscription };
    return {
      place,
      values: [],
      read: () => InstanceBody.of({ ...body, ...(typeof name === 'string' ? { name } : {}) }),
    };
  });
}

function outputOf(
  [name, output, expression]: readonly [string, Json, unknown],
  configuration: Configuration,
  file: string,
): Draft {
  const isKnown = output.value !== undefined && output.sensitive !== true;
  return outputDraft([name, output], file, isKnown ? undefined : configuration.atRoot(expression, 'value'));
}

function notesOf(plan: Json, changes: readonly Json[]): string[] {
  const drifted = objectsOf(plan.resource_drift).map(({ address }) => asText(address));
  const deposed = changes.filter((each) => each.deposed !== undefined).map(({ address }) => asText(address));
  return [
    ...(plan.errored === true
      ? ['Terraform could not finish the plan because of an error, so the plan shows only a part of the changes']
      : []),
    ...(plan.complete === false && plan.errored !== true
      ? ['the plan is incomplete: targets or deferred changes exclude resources']
      : []),
    ...(drifted.length > 0 ? [`changed outside of Terraform since the last apply: ${firstOf(drifted)}`] : []),
    ...deposed.map(
      (address) => `${address} has an object that Terraform replaced and did not remove yet; it is not judged`,
    ),
  ];
}

/** The first of many addresses; `terraform plan -refresh-only` shows all. */
function firstOf(addresses: readonly string[]): string {
  const more = addresses.length - MAX_LISTED;
  const shown = addresses.slice(0, MAX_LISTED).join(', ');
  return more > 0 ? `${shown} and ${more} more; "terraform plan -refresh-only" shows how` : shown;
}
