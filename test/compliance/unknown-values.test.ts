import { Testing } from 'cdktf';
import { EXAMPLES } from '../../examples/stacks';
import { ComplianceStatus, Severity } from '../../src/compliance';
import { Finding, RuleVerdict } from '../../src/compliance/private/rule';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { ElementKind } from '../../src/model/model-source';
import { addInsecureChat } from '../support/insecure-chat';
import { newIsolatedChat } from '../support/isolated-chat';
import { elementsIn, Json, JsonElement, verdictsOn, watched } from '../support/json-model';
import { newMisconnectedChat } from '../support/misconnected-chat';
import { newPlainChat } from '../support/plain-chat';
import { newStack } from '../support/synth';
import { Path, repeatedCases, UnknownCase, UnknownValues } from '../support/unknown-value';

const RANK = [Severity.INFO, Severity.WARNING, Severity.ERROR];

const insecure = newStack();
addInsecureChat(insecure);
const examples = ['custom-domain', 'governed', 'serverless'].map((name) => {
  const app = Testing.app();
  EXAMPLES[name](app);
  return app;
});
const CONFIGURATIONS = [insecure, newPlainChat().stack, newMisconnectedChat(), newIsolatedChat(), ...examples].map(
  (scope) => elementsIn(scope),
);
const values = new UnknownValues(CONFIGURATIONS);

/** By rule: verdicts that take what nobody knows for good or for bad, and whether the rule said once that it is unknown. */
const bold = new Map<string, Set<string>>();
const honest = new Set<string>();

/** The paths that any rule reads of each element. */
function pathsRead(elements: readonly JsonElement[]): Path[][] {
  const read = elements.map(() => new Map<string, Path>());
  verdictsOn(
    elements.map((element, index) => ({
      ...element,
      json: watched(element.json, (path) => read[index].set(path.join('.'), path)),
    })),
  );
  return read.map((paths) => [...paths.values()]);
}

function casesOf(element: JsonElement, paths: readonly Path[], elements: readonly JsonElement[]): UnknownCase[] {
  // Terraform evaluates backends, and whether an output is sensitive, before it knows anything.
  if (element.place.kind === ElementKind.BACKEND) return [];
  const given = paths.filter(([name]) => element.place.kind !== ElementKind.OUTPUT || name !== 'sensitive');
  const cases = given.flatMap((path) => values.casesAt(element, path)).map((each) => inOutput(element, each));
  const reference = `${element.place.address}.`;
  const isReferred = elements.some((other) => other !== element && JSON.stringify(other.json).includes(reference));
  return element.place.kind === ElementKind.RESOURCE && !isReferred ? [...cases, ...repeatedCases(element)] : cases;
}

/** Terraform rejects an output that shows what is sensitive and does not say so, unless it is told that it is not. */
function inOutput({ place }: JsonElement, { json, ...rest }: UnknownCase): UnknownCase {
  if (place.kind !== ElementKind.OUTPUT) return { json, ...rest };
  const text = JSON.stringify(json).replace(/\$\{var\.unknown\}/g, '${nonsensitive(var.unknown)}');
  return { json: JSON.parse(text) as Json, ...rest };
}

function worst({ findings }: RuleVerdict): number {
  return Math.max(-1, ...findings.map(rank));
}

function rank({ severity = Severity.ERROR }: Finding): number {
  return RANK.indexOf(severity);
}

/** Why a verdict on what nobody knows is wrong for what it may turn out to be. */
function contradiction(verdict: RuleVerdict, other: RuleVerdict): string | undefined {
  if (verdict.status !== ComplianceStatus.VIOLATED) {
    return other.status === ComplianceStatus.VIOLATED ? `${verdict.status}, but ${other.reason}` : undefined;
  }
  if (other.status === ComplianceStatus.UNKNOWN) return undefined;
  const certain = verdict.findings.filter(({ id }) => !id?.includes('var.unknown'));
  const found = certain.find((finding) => rank(finding) > worst(other));
  return found && `violated by ${found.message}, but ${other.status}: ${other.reason}`;
}

type Verdicts = Map<string, RuleVerdict>;

/** The verdicts with one element changed, which are asked for once: most values have the same alternatives, one of them as it is. */
function verdictsByChange(elements: readonly JsonElement[], index: number, unchanged: Verdicts) {
  const known = new Map([[JSON.stringify(elements[index].json), unchanged]]);
  return (changed: Json): Verdicts => {
    const key = JSON.stringify(changed);
    const verdicts =
      known.get(key) ??
      verdictsOn(elements.map((each, place) => (place === index ? { ...each, json: changed } : each)));
    known.set(key, verdicts);
    return verdicts;
  };
}

function judge(
  element: JsonElement,
  { what, json, alternatives }: UnknownCase,
  verdictsWith: (changed: Json) => Verdicts,
): void {
  const verdicts = verdictsWith(json);
  const others: Verdicts[] = [];
  for (const [key, verdict] of verdicts) {
    const [rule] = key.split(' ');
    if (verdict.status === ComplianceStatus.UNKNOWN) {
      honest.add(rule);
      continue;
    }
    if (others.length === 0) others.push(...alternatives.map(verdictsWith));
    for (const other of others.map((each) => each.get(key))) {
      const wrong = other && contradiction(verdict, other);
      if (wrong) bold.get(rule)!.add(`${element.place.type} ${what}: ${key} is ${wrong}`);
    }
  }
}

beforeAll(() => {
  CATALOGUE.forEach(({ id }) => bold.set(id, new Set()));
  for (const elements of CONFIGURATIONS) {
    const paths = pathsRead(elements);
    const unchanged = verdictsOn(elements);
    elements.forEach((element, index) => {
      const verdictsWith = verdictsByChange(elements, index, unchanged);
      casesOf(element, paths[index], elements).forEach((unknown) => judge(element, unknown, verdictsWith));
    });
  }
}, 300_000);

const IDS = CATALOGUE.map(({ id }) => id);

test.each(IDS)('%s takes no value that only Terraform knows for good or for bad', (id) => {
  expect([...bold.get(id)!]).toEqual([]);
});

test('every rule says that it does not know, but the one on backends, which Terraform reads first', () => {
  expect(IDS.filter((id) => !honest.has(id))).toEqual(['OUT2']);
});
