import { TerraformStack } from 'cdktf';
import { Case } from './compliance';
import { add, PlainResource } from './plain-azurerm';

export const LINUX = 'azurerm_linux_web_app';
export const FLEX = 'azurerm_function_app_flex_consumption';
export const SLOT = 'azurerm_windows_function_app_slot';
export const SUBNET_ID =
  '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apps';

/** An app with what a test gives it. */
export function app(stack: TerraformStack, attributes: object = {}, type: string = LINUX): PlainResource {
  return add(stack, type, 'App', attributes);
}

/** What a rule says of one app. */
export function given(title: string, attributes: object, expected: string, type?: string): Case {
  return [title, (stack) => app(stack, attributes, type), [`App: ${expected}`]];
}

/** A resource that rules about apps do not judge. */
export const other: Case = ['another resource', (stack) => add(stack, 'azurerm_subnet', 'Subnet'), []];
