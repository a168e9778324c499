import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import { EXAMPLES } from '../../examples/stacks';
import { Negotiation, SecureServerlessSignalR } from '../../src';
import { Estate } from '../../src/check/private/reading/estate';
import { ComplianceStatus } from '../../src/compliance';
import { judgeModel } from '../../src/compliance/internal/baseline';
import { Verdict } from '../../src/connectivity';
import { ConstructModel } from '../../src/model/construct-model';
import { TerraformModel } from '../../src/model/terraform-model';
import { newExample } from '../support/examples';
import { synthesizedStacks } from '../support/synth';
import { estateOfFiles, pathsOf } from '../support/terraform-files';

/** The files that Terraform wrote of each example. */
const FILES: Record<string, { plan: string[]; state: string[] }> = {
  'quick-start': { plan: ['quick-start/plan.json'], state: ['quick-start/state.json'] },
  serverless: { plan: ['serverless/plan.json'], state: ['serverless/state.json'] },
  'hub-and-spoke': {
    plan: ['hub', 'spoke-chat', 'spoke-support'].map((stack) => `hub-and-spoke/${stack}.plan.json`),
    state: ['hub', 'spoke-chat', 'spoke-support'].map((stack) => `hub-and-spoke/${stack}.state.json`),
  },
};
const MIXED = [
  'hub-and-spoke/hub.state.json',
  'hub-and-spoke/spoke-chat.plan.json',
  'hub-and-spoke/spoke-support.plan.json',
];

/** The verdicts of a model; Terraform's addresses are the same in the tree, in plans and in states. */
function verdictsOf(model: TerraformModel, hasStacks: boolean): Map<string, Verdict> {
  const addresses = new Map(model.all.map(({ path, place }) => [path, addressOf(place, hasStacks)]));
  return new Map(
    pathsOf(model).map(({ service, origin, requestType, verdict }) => [
      [addresses.get(service) ?? service, addresses.get(origin) ?? origin, requestType].join(' '),
      verdict,
    ]),
  );
}

/** What each rule says of each resource. */
function statusesOf(model: TerraformModel, hasStacks: boolean): Map<string, ComplianceStatus> {
  const addresses = new Map(model.all.map(({ path, place }) => [path, addressOf(place, hasStacks)]));
  const { findings } = judgeModel(model, { today: '2026-01-01', fileOf: () => '' });
  return new Map(findings.map(({ rule, path, status }) => [`${rule} ${addresses.get(path)}`, status]));
}

function addressOf({ stack, address }: { stack: string; address: string }, hasStacks: boolean): string {
  return hasStacks ? `${stack.replace(/\.(plan|state)$/, '')}/${address}` : address;
}

/** The files of the serverless example are of its closed function app, without the one that negotiates. */
function addClosedFunctions(app: App): void {
  const stack = new TerraformStack(app, 'serverless');
  new AzurermProvider(stack, 'azurerm', { features: [{}], storageUseAzuread: true });
  const negotiation = Negotiation.privateFunctionApp();
  new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', environment: 'prod', negotiation });
}

function treeOf(name: string, isOfFiles: boolean = true): TerraformModel {
  const app = Testing.app();
  if (isOfFiles && name === 'serverless') addClosedFunctions(app);
  else EXAMPLES[name](app);
  return ConstructModel.of(app);
}

describe.each([
  ...Object.entries(FILES).flatMap(([name, { plan, state }]) => [
    { name, kind: 'plan', files: plan },
    { name, kind: 'state', files: state },
  ]),
  { name: 'hub-and-spoke', kind: 'state of the hub and plans of the spokes', files: MIXED },
])('the $kind of $name', ({ name, files }) => {
  const hasStacks = files.length > 1;
  const tree = verdictsOf(treeOf(name), hasStacks);
  const found = verdictsOf(estateOfFiles(...files).after, hasStacks);

  test('raises the same questions as the construct tree', () => {
    expect([...found.keys()].sort()).toEqual([...tree.keys()].sort());
  });

  test('gives the verdicts of the construct tree wherever that knows', () => {
    const known = [...tree].filter(([, verdict]) => verdict !== Verdict.UNKNOWN);
    expect(known.length).toBeGreaterThan(8);
    expect(known.map(([path]) => [path, found.get(path)])).toEqual(known);
  });

  test('gives the compliance of the construct tree wherever that knows', () => {
    const ofTree = statusesOf(treeOf(name), hasStacks);
    const ofFiles = statusesOf(estateOfFiles(...files).after, hasStacks);
    // Neither a plan nor a state says where Terraform keeps the state.
    // Of a change by azapi, they show the id of the service, and no reference to it.
    const isAsked = (finding: string) => !/terraform\.backend$|^SIG10 azapi_/.test(finding);
    const known = [...ofTree].filter(([finding, status]) => status !== ComplianceStatus.UNKNOWN && isAsked(finding));
    expect(known.length).toBeGreaterThan(40);
    expect(known.map(([finding]) => [finding, ofFiles.get(finding)])).toEqual(known);
  });
});

test.each(Object.keys(FILES))('the synthesized stacks of %s give the verdicts of the construct tree', (name) => {
  const stacks = Object.entries(synthesizedStacks(newExample(name)));
  const inputs = stacks.map(([stack, json]) => ({ name: `stacks/${stack}/cdk.tf.json`, text: JSON.stringify(json) }));
  const { after, missing } = Estate.of(inputs);
  const hasStacks = stacks.length > 1;
  expect(missing).toEqual([]);
  expect(verdictsOf(after, hasStacks)).toEqual(verdictsOf(treeOf(name, false), hasStacks));
});

test('the plan of a spoke alone says unknown, and what would decide', () => {
  const { after, missing } = estateOfFiles('hub-and-spoke/spoke-chat.plan.json');
  const unknown = pathsOf(after).filter(
    ({ verdict, origin }) => verdict === Verdict.UNKNOWN && origin.includes('Integration'),
  );
  expect(unknown.map(({ requestType }) => requestType)).toEqual(['ServerConnection', 'ClientConnection', 'RESTAPI']);
  expect(missing[0]).toEqual({
    id: 'data.terraform_remote_state.cross-stack-reference-input-hub',
    advice: 'it reads the state terraform.hub.tfstate; also give the plan or state of that one',
  });
  expect(missing.map(({ id }) => id.split('/').pop())).toContain('vnet-hub-prod-centralus');
});
