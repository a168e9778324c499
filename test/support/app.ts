import { TerraformStack } from 'cdktf';
import { newStack, resources } from './synth';
import { SecureSignalRApp, SecureSignalRAppProps } from '../../src';

/** A stack with an app that has only a location, and what the test changes. */
export function newApp(props: Partial<SecureSignalRAppProps> = {}, stack: TerraformStack = newStack()) {
  return { stack, chat: new SecureSignalRApp(stack, 'Chat', { location: 'centralus', ...props }) };
}

/** The rules of a security group, as `direction priority access name` and `source -> destination protocol ports`. */
export function rules(stack: TerraformStack, group: string): [string, string][] {
  return resources(stack, 'azurerm_network_security_rule')
    .filter((rule) => rule.network_security_group_name.includes(`.${group}.`))
    .map((rule) => [
      `${rule.direction} ${rule.priority} ${rule.access} ${rule.name}`,
      `${rule.source_address_prefix} -> ${rule.destination_address_prefix} ${rule.protocol} ${rule.destination_port_range}`,
    ]);
}
