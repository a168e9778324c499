import { AzurermBackend, CloudBackend, NamedCloudWorkspace, TerraformStack, Testing } from 'cdktf';
import { backendOf } from '../../src/engine/backend';
import { newStack } from '../support/synth';

const AZURERM = { resourceGroupName: 'rg', storageAccountName: 'st', containerName: 'state', key: 'chat' };
const WRITTEN = { resource_group_name: 'rg', storage_account_name: 'st', container_name: 'state', key: 'chat' };

const CASES: [what: string, define: (stack: TerraformStack) => unknown, expected: Record<string, unknown>][] = [
  ['one of azurerm', (stack) => new AzurermBackend(stack, AZURERM), { azurerm: WRITTEN }],
  [
    'HCP Terraform',
    (stack) => new CloudBackend(stack, { organization: 'org', workspaces: new NamedCloudWorkspace('chat') }),
    { cloud: { organization: 'org', workspaces: { name: 'chat' } } },
  ],
  [
    'one of an override',
    (stack) => (
      stack.addOverride('terraform.backend.local', null),
      stack.addOverride('terraform.backend.azurerm', WRITTEN)
    ),
    { azurerm: WRITTEN },
  ],
];

describe('the backend of a stack is', () => {
  test.each(CASES)('%s', (_, define, expected) => {
    const stack = newStack();
    define(stack);
    expect(backendOf(stack)).toEqual(expected);
    const { terraform } = JSON.parse(Testing.synth(stack, true));
    expect({ ...terraform.backend, ...(terraform.cloud && { cloud: terraform.cloud }) }).toMatchObject(expected);
  });

  test('the local one where none is defined, which cdktf adds when it synthesizes', () => {
    const stack = newStack();
    expect(backendOf(stack)).toEqual({ local: {} });
    stack.prepareStack();
    expect(Object.keys(backendOf(stack))).toEqual(['local']);
  });

  test('its own, where a stack in it has another', () => {
    const outer = newStack('Outer');
    new AzurermBackend(newStack('Inner', undefined, outer), AZURERM);
    expect(backendOf(outer)).toEqual({ local: {} });
  });
});
