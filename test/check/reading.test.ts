import { decoded } from '../../src/check/private/reading/decoded';
import { Estate } from '../../src/check/private/reading/estate';
import { labelsOf } from '../../src/check/private/reading/labels';
import { estateOfJson, linesOf, terraformFile, terraformJson } from '../support/terraform-files';

const STATE = terraformFile('hcl-modules/state.json').text;

function messageOf(text: string, name = 'plan.json'): string {
  try {
    Estate.of([{ name, text }]);
    return 'it was read';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('what cannot be read', () => {
  test.each([
    ['nothing', '', 'plan.json is empty; run "terraform show -json FILE" and give what it prints'],
    ['other text', 'hello', 'plan.json is no JSON; run "terraform show -json FILE" and give what it prints'],
    [
      'a part of a plan',
      STATE.slice(0, 5000),
      'plan.json ends in the middle: it is a part of a JSON document; run "terraform show -json FILE" and give what it prints',
    ],
    [
      'a plan for people',
      '\nTerraform will perform the following actions:\n',
      'plan.json is a plan for people; save the plan with -out=FILE, run "terraform show -json FILE" and give what it prints',
    ],
    [
      'the log of a plan',
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}\n',
      'plan.json is the log of "terraform plan -json"; save the plan with -out=FILE, run "terraform show -json FILE" and give what it prints',
    ],
    [
      'a configuration',
      'resource "azurerm_subnet" "this" {\n}\n',
      'plan.json is a configuration in HCL; plan it with -out=FILE, run "terraform show -json FILE" and give what it prints',
    ],
    [
      'a raw state file of Terraform',
      '{"version":4,"lineage":"x","resources":[]}',
      'plan.json is a raw state file of Terraform; run "terraform show -json FILE" and give what it prints',
    ],
    [
      'another major version',
      '{"format_version":"2.0","resource_changes":[]}',
      'plan.json has format version "2.0"; the command reads versions 1.x',
    ],
    [
      'JSON of something else',
      '{"a":1}',
      'plan.json is neither a plan nor a state in JSON, nor a synthesized stack; run "terraform show -json FILE" and give what it prints',
    ],
    [
      'an estate elsewhere',
      '{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"aws_vpc.x","type":"aws_vpc","mode":"managed","values":{}}]}}}',
      'plan.json has no resource of azurerm; give a plan or state of an estate in Azure',
    ],
  ])('is said in a sentence: %s', (_, text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  test('is a plan file as Terraform saves it', () => {
    expect(() => decoded(Buffer.from('PK\u0003\u0004'), 'tfplan')).toThrow(
      'tfplan is a plan file of Terraform; run "terraform show -json tfplan" and give what it prints',
    );
  });

  test('is a file of 200 MB', () => {
    expect(() => decoded(new Uint8Array(200 * 1_048_576), 'plan.json')).toThrow(
      'plan.json has 200 MB; the command reads up to 150 MB',
    );
  });
});

test('PowerShell writes UTF-16, with a mark that says so', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(STATE, 'utf16le')]);
  expect(decoded(utf16, 'state.json')).toBe(STATE);
  expect(decoded(Buffer.from(`\ufeff${STATE}`), 'state.json')).toBe(STATE);
});

describe('labels of files', () => {
  test.each([
    [
      ['hub.json', 'spoke.json'],
      ['hub', 'spoke'],
    ],
    [
      ['hub/plan.json', 'spoke/plan.json'],
      ['hub', 'spoke'],
    ],
    [
      ['a/x/plan.json', 'b/x/plan.json'],
      ['a/x', 'b/x'],
    ],
    [
      ['out/stacks/hub/cdk.tf.json', 'out/stacks/spoke/cdk.tf.json'],
      ['hub', 'spoke'],
    ],
    [
      ['x.json', 'x.json'],
      ['x', 'x-2'],
    ],
    [
      ['a/plan.json', 'b/state.json'],
      ['plan', 'state'],
    ],
    [
      ['C:\\plans\\a {b}.json', '-'],
      ['a-b-', '-'],
    ],
  ])('of %j are %j', (names, labels) => {
    expect(labelsOf(names)).toEqual(labels);
  });
});

describe('a plan', () => {
  const plan = () => terraformJson('hcl-modules/plan-2.json');

  test('that is not complete keeps what it does not mention', () => {
    const json = plan();
    json.complete = false;
    json.resource_changes = json.resource_changes.filter(
      ({ type }: any) => type === 'azurerm_signalr_service_network_acl',
    );
    const { after, notes } = estateOfJson(json);
    expect(notes[0]).toBe('the plan is incomplete: targets or deferred changes exclude resources');
    expect(linesOf(after)).toContainEqual(expect.stringMatching(/^internet \| allowed/));
    expect(after.resources('azurerm_private_dns_zone_virtual_network_link')).toHaveLength(1);
  });

  test('that failed says so', () => {
    const { notes } = estateOfJson({ ...plan(), errored: true, complete: false });
    expect(notes[0]).toBe(
      'Terraform could not finish the plan because of an error, so the plan shows only a part of the changes',
    );
  });

  test('leaves out what is deleted or deposed', () => {
    const json = plan();
    const endpoint = json.resource_changes.find(({ type }: any) => type === 'azurerm_private_endpoint');
    json.resource_changes.push({ ...endpoint, deposed: '12345678' });
    const { after, notes } = estateOfJson(json);
    expect(after.resources('azurerm_private_endpoint')).toHaveLength(1);
    expect(notes).toContain(
      'module.signalr.azurerm_private_endpoint.this has an object that Terraform replaced and did not remove yet; it is not judged',
    );
    endpoint.change = { actions: ['delete'], before: endpoint.change.after, after: null };
    expect(estateOfJson(json).after.resources('azurerm_private_endpoint')).toEqual([]);
  });

  test('keeps what Terraform forgets, since Azure does', () => {
    const json = plan();
    const list = json.resource_changes.find(({ type }: any) => type === 'azurerm_signalr_service_network_acl');
    list.change = { actions: ['forget'], before: list.change.before, after: null };
    expect(linesOf(estateOfJson(json).after)[0]).toBe('internet | denied | public endpoint | nac/denied');
  });

  test('with deferred changes does not know how often they are made', () => {
    const json = plan();
    const index = json.resource_changes.findIndex(({ type }: any) => type === 'azurerm_private_endpoint');
    const [endpoint] = json.resource_changes.splice(index, 1);
    json.deferred_changes = [{ reason: 'resource_config_unknown', resource_change: endpoint }];
    const [read] = estateOfJson(json).after.resources('azurerm_private_endpoint');
    expect(read.presence.because).toContain('the deferred change of module.signalr.azurerm_private_endpoint.this');
  });

  test('counts more than a state that is given beside it', () => {
    const { after } = estateOfJson(plan(), terraformJson('hcl-modules/state.json'));
    expect(after.resources('azurerm_signalr_service')).toHaveLength(1);
    expect(after.resources('azurerm_private_dns_zone_virtual_network_link')).toEqual([]);
  });
});
