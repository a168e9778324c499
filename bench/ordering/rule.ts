import { Edge } from './graph';

/** Why one kind of resource must wait for another. */
export interface Rule {
  /** Pattern of the waiting type, without `azurerm_`. */
  readonly from: RegExp;
  /** Pattern of the type that it waits for, without `azurerm_`. */
  readonly to: RegExp;
  /** Pattern of the attribute that refers, or `depends_on`, or `state`. */
  readonly via: RegExp;
  readonly reason: string;
  readonly source: string;
  /**
   * `any` where the two only may not run at the same time, whichever comes first; `stage` where all of one kind come
   * after all of the other, one at a time.
   */
  readonly order?: 'any' | 'stage';
  /** Whether the rule speaks of these two resources; the types alone decide without it. */
  applies?(edge: Edge): boolean;
}

export const ARM = 'https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency';
export const AZURERM = 'https://github.com/hashicorp/terraform-provider-azurerm';
export const ANY = /./;
export const APP = /^(linux|windows)_(web|function)_app(_slot)?$|^function_app_flex_consumption$/;
export const SERVICE = /^signalr_service$/;
export const LINK = /^signalr_shared_private_link_resource$/;
