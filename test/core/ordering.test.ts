import { ResourceGroup as Group } from '@cdktf/provider-azurerm/lib/resource-group';
import { App, TerraformStack, Testing } from 'cdktf';
import { Prerequisites } from '../../src/core/internal/ordering';

const group = (stack: TerraformStack, name: string) => new Group(stack, name, { name, location: 'centralus' });
const dependsOn = (stack: TerraformStack, name: string) =>
  JSON.parse(Testing.synth(stack)).resource.azurerm_resource_group[name].depends_on;

describe('Prerequisites', () => {
  test('reach resources that began to wait before the prerequisite was there, and after', () => {
    const stack = new TerraformStack(Testing.app(), 'Stack');
    const prerequisites = new Prerequisites();
    prerequisites.awaitedBy(group(stack, 'early'));
    prerequisites.add(group(stack, 'first'));
    prerequisites.awaitedBy(group(stack, 'late'));
    expect(dependsOn(stack, 'early')).toEqual(['azurerm_resource_group.first']);
    expect(dependsOn(stack, 'late')).toEqual(['azurerm_resource_group.first']);
  });

  test('leave out prerequisites of another stack, which Terraform cannot name', () => {
    const app: App = Testing.app();
    const [a, b] = ['A', 'B'].map((id) => new TerraformStack(app, id));
    const prerequisites = new Prerequisites();
    prerequisites.add(group(a, 'there'));
    prerequisites.awaitedBy(group(b, 'here'));
    expect(dependsOn(b, 'here')).toBeUndefined();
  });
});
