import { TerraformOutput, TerraformVariable } from 'cdktf';
import { ActionGroup, ActionGroupProps, AlertReceiver } from '../../src/observability';
import { newHub, providers } from '../support/hub';
import { actionGroupId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, messageOf, newGroup, newStack, only, problemsOf, readable, synth } from '../support/synth';

const ACTION_GROUP = 'azurerm_monitor_action_group';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const OPS = AlertReceiver.email('ops', 'ops@example.com');

function setUp() {
  const { stack, resourceGroup } = newGroup();
  const define = (props: Partial<ActionGroupProps> = {}) =>
    new ActionGroup(stack, 'Ops', { name: 'ag-operations', resourceGroup, receivers: [OPS], ...props });
  return { stack, resourceGroup, define };
}

describe('ActionGroup', () => {
  test('needs a name and a receiver', () => {
    const { stack, define } = setUp();
    define();
    expect(only(stack, ACTION_GROUP)).toEqual({
      name: 'ag-operations',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      short_name: 'ag-operation',
      email_receiver: [{ name: 'ops', email_address: 'ops@example.com', use_common_alert_schema: true }],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('tells all kinds of receivers in the common alert schema, and takes all properties', () => {
    const { stack, define } = setUp();
    define({
      receivers: [
        OPS,
        AlertReceiver.armRole('owners', OWNER),
        AlertReceiver.webhook('open', 'https://example.com/alerts?team=chat'),
        AlertReceiver.email('dev', 'dev@example.com'),
        AlertReceiver.secureWebhook('signed in', 'https://example.com/alerts', OWNER),
      ],
      shortName: 'operations',
      enabled: false,
      tags: { team: 'chat' },
      provider: newHub(stack),
    });
    const common = { use_common_alert_schema: true };
    expect(only(stack, ACTION_GROUP)).toEqual({
      name: 'ag-operations',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      short_name: 'operations',
      enabled: false,
      email_receiver: [
        { name: 'ops', email_address: 'ops@example.com', ...common },
        { name: 'dev', email_address: 'dev@example.com', ...common },
      ],
      arm_role_receiver: [{ name: 'owners', role_id: OWNER, ...common }],
      webhook_receiver: [
        { name: 'open', service_uri: 'https://example.com/alerts?team=chat', ...common },
        { name: 'signed in', service_uri: 'https://example.com/alerts', aad_auth: { object_id: OWNER }, ...common },
      ],
      tags: { team: 'chat' },
      provider: 'azurerm.hub',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('does not judge what is only known when Terraform runs, and cuts the short name then', () => {
    const { stack, define } = setUp();
    const value = new TerraformVariable(stack, 'Value', { type: 'string', sensitive: true }).stringValue;
    define({
      name: value,
      receivers: [
        AlertReceiver.email(value, value),
        AlertReceiver.armRole(value, value),
        AlertReceiver.webhook('c', value),
        AlertReceiver.webhook('d', `https://example.com/?code=${value}`),
      ],
    });
    expect(only(stack, ACTION_GROUP)).toMatchObject({
      name: '${var.Value}',
      short_name: '${substr(var.Value, 0, 12)}',
      webhook_receiver: [{ service_uri: '${var.Value}' }, { service_uri: 'https://example.com/?code=${var.Value}' }],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails with all that is wrong at once', () => {
    const { define } = setUp();
    const props = {
      name: 'a/b',
      shortName: 'thirteen char',
      tags: { 'a?b': '' },
      receivers: [
        AlertReceiver.email('', 'nobody'),
        AlertReceiver.email('', 'somebody@example.com'),
        AlertReceiver.armRole('Owners', 'Owner'),
        AlertReceiver.secureWebhook('owners', 'http://example.com', 'app'),
      ],
    };
    expect(messageOf(() => define(props))).toBe(
      [
        '[alerts/action-group-name] "a/b" is not an action group name; use 1 to 260 characters, none of : < > + / & % \\ ?, not ending with a space or period',
        '[alerts/short-name] "thirteen char" has 13 characters; use 1 to 12',
        '[alerts/receiver] a receiver has no name; name it',
        '[alerts/receiver] "nobody" is not an email address; use one such as ops@example.com',
        '[alerts/receiver] a receiver has no name; name it',
        '[alerts/receiver] "Owner" is not the id of a role; use its UUID',
        '[alerts/receiver] the address of webhook owners is not an https address; use one such as https://example.com/alerts',
        '[alerts/receiver] "app" is not the id of an Entra application; use its UUID',
        '[alerts/receiver] two receivers have the name "owners"; give each its own',
        '[core/tags] tag name "a?b" contains one of < > % & \\ ? /; remove that character',
      ]
        .map((line) => `Prod/Ops: ${line}`)
        .join('\n'),
    );
  });

  test('fails without receivers', () => {
    const { define } = setUp();
    expect(messageOf(() => define({ receivers: [] }))).toBe(
      'Prod/Ops: [alerts/receiver] no receiver given, so the alert would notify no one; give at least one, such as AlertReceiver.email(...)',
    );
  });

  test('fails where its resource group has one of that name', () => {
    const { stack, resourceGroup, define } = setUp();
    define();
    const second = { name: 'AG-Operations', resourceGroup, receivers: [OPS] };
    new ActionGroup(stack, 'Second', second);
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/Ops/Resource and Prod/Second/Resource are action groups named "AG-Operations" in one resource group; give one of them another name',
    ]);
  });

  test.each([
    'https://example.com/api?code=abc',
    'https://example.com/api?a=b&sig=abc',
    'https://example.com/api?apiKey=abc',
    'https://example.com/api?access_token=abc',
    'https://example.com/api?authorization=abc',
    'https://example.com/api?userPwd=abc',
    'https://user:abc@example.com/api',
  ])('refuses the secret in %s and does not repeat it', (uri) => {
    const { define } = setUp();
    expect(messageOf(() => define({ receivers: [AlertReceiver.webhook('hook', uri)] }))).toBe(
      'Prod/Ops: [alerts/webhook-secret] the address of webhook hook contains a key or password, which the synthesized JSON would show; use AlertReceiver.secureWebhook(...), or pass the address as a sensitive TerraformVariable',
    );
  });

  test.each([
    'https://hooks.slack.com/services/T0/B0/abc',
    'https://HOOKS.slack.com:443/workflows/abc',
    'https://contoso.webhook.office.com/webhookb2/abc',
    'https://outlook.office.com/webhook/abc',
    'https://outlook.office365.com/webhook/abc',
    'https://discord.com/api/webhooks/1/abc',
    'https://discordapp.com/api/v10/webhooks/1/abc',
    'https://events.pagerduty.com/integration/abc/enqueue',
    'https://events.eu.pagerduty.com/integration/abc/enqueue',
  ])('refuses %s, whose path is a key, and does not repeat it', (uri) => {
    const { define } = setUp();
    const receivers = [AlertReceiver.webhook('hook', uri), AlertReceiver.secureWebhook('signed', uri, OWNER)];
    expect(messageOf(() => define({ receivers }))).toBe(
      ['hook', 'signed']
        .map(
          (name) =>
            `Prod/Ops: [alerts/webhook-secret] the address of webhook ${name} is itself a key, which the synthesized JSON would show; use AlertReceiver.email(...), or secureWebhook(...) with an endpoint of your own, or pass the address as a sensitive TerraformVariable`,
        )
        .join('\n'),
    );
  });

  test.each([
    'https://slack.com/hooks.slack.com',
    'https://webhook.office.com.example.com/',
    'https://outlook.office.com/webhooks',
    'https://discord.com/api/users',
    'https://events.pagerduty.com/v2/enqueue',
    'https://example.com/api?postcode=1&zip=2',
    'https://example.com/api/code',
    'https://example.com/?key=',
  ])('takes %s, which holds no secret', (uri) => {
    expect(AlertReceiver.webhook('hook', uri)._problems()).toEqual([]);
  });

  test.each([
    ['a'.repeat(260), true],
    ['a'.repeat(261), false],
    ['', false],
    ['ag chat (prod)', true],
    ['ag ', false],
    ['ag.', false],
    ['ag\n', false],
  ])('judges the name %j', (name, valid) => {
    const { define } = setUp();
    const attempt = () => define({ name });
    if (valid) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('[alerts/action-group-name]');
  });

  test.each([
    ['', false],
    ['x', true],
    ['twelve chars', true],
  ])('judges the short name %j', (shortName, valid) => {
    const { define } = setUp();
    const attempt = () => define({ shortName });
    if (valid) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('[alerts/short-name] "" has 0 characters; use 1 to 12');
  });
});

describe('existing action groups', () => {
  test('are known by their id', () => {
    const stack = newStack();
    const group = ActionGroup.fromActionGroupAttributes(stack, 'Ops', { actionGroupId: actionGroupId('ag') });
    expect(group.actionGroupId).toBe(actionGroupId('ag'));
    expect(synth(stack).resource).toBeUndefined();
  });

  test('have an id that azurerm reads, in whatever letter case it is told', () => {
    const told = actionGroupId('ag').replace('Microsoft.Insights/actionGroups', 'microsoft.insights/actiongroups');
    const group = ActionGroup.fromActionGroupAttributes(newStack(), 'Ops', { actionGroupId: told });
    expect(group.actionGroupId).toBe(actionGroupId('ag'));
  });

  test('are not known by anything else', () => {
    const attributes = { actionGroupId: 'ag' };
    expect(messageOf(() => ActionGroup.fromActionGroupAttributes(newStack(), 'Ops', attributes))).toBe(
      'Prod/Ops: [alerts/action-group-id] "ag" is not the id of an action group; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Insights/actionGroups/NAME',
    );
  });

  test('are looked up by their name, through their provider', () => {
    const stack = newStack();
    const lookup = { name: 'ag-ops', resourceGroupName: 'rg-hub', provider: newHub(stack) };
    const group = ActionGroup.fromLookup(stack, 'Ops', lookup);
    new TerraformOutput(stack, 'id', { value: group.actionGroupId });
    expect(dataSources(stack, ACTION_GROUP)).toEqual([
      { name: 'ag-ops', resource_group_name: 'rg-hub', provider: 'azurerm.hub' },
    ]);
    expect(readable(stack).output!.id.value).toBe('${data.azurerm_monitor_action_group.Ops.id}');
    expect(providers(stack)).toEqual({ 'azurerm_monitor_action_group.Ops': 'azurerm.hub' });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
