import { TerraformProvider, TerraformStack } from 'cdktf';
import { newGroup } from './synth';
import {
  ISharedPrivateLinkTarget,
  PrivateLinkConnection,
  PrivateLinkSubresource,
  PrivateLinkTarget,
} from '../../src/privatelink';
import { Cors, ISignalRService, SignalRService, SignalRServiceProps } from '../../src/signalr';

const GROUP = '/subscriptions/0/resourceGroups/rg-upstream/providers';
export const FUNCTION_APP_ID = `${GROUP}/Microsoft.Web/sites/func-chat`;
export const VAULT_ID = `${GROUP}/Microsoft.KeyVault/vaults/kv-chat`;
export const SERVICE_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/sigr-old';

/** A stack with a service, and what the test changes. */
export function newService(props: Partial<SignalRServiceProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const cors = Cors.allowAnyOrigin();
  return { stack, service: new SignalRService(stack, 'SignalR', { name: 'sigr-test', resourceGroup, cors, ...props }) };
}

/** A service that others own. */
export function oldService(stack: TerraformStack, id: string = 'Old', provider?: TerraformProvider): ISignalRService {
  const attributes = { serviceId: SERVICE_ID, hostname: 'sigr-old.service.signalr.net', provider };
  return SignalRService.fromSignalRServiceAttributes(stack, id, { ...attributes, location: 'northeurope' });
}

/** An existing function app. */
export function functionApp(stack: TerraformStack, id: string = 'Function'): ISharedPrivateLinkTarget {
  return targetOf(stack, id, FUNCTION_APP_ID, PrivateLinkSubresource.SITES);
}

/** An existing Key Vault. */
export function vault(stack: TerraformStack, id: string = 'Vault'): ISharedPrivateLinkTarget {
  return targetOf(stack, id, VAULT_ID, PrivateLinkSubresource.VAULT);
}

/** Something that exists. */
export function targetOf(
  stack: TerraformStack,
  id: string,
  resourceId: string,
  subresource: PrivateLinkSubresource,
): ISharedPrivateLinkTarget {
  return PrivateLinkTarget.fromConnection(stack, id, PrivateLinkConnection.resource(resourceId, subresource));
}

/** A provider of azapi, as `cdktf get` generates it. */
export class AzapiProvider extends TerraformProvider {
  public constructor(
    stack: TerraformStack,
    id: string,
    private readonly name?: string,
  ) {
    super(stack, id, {
      terraformResourceType: 'azapi',
      terraformProviderSource: 'Azure/azapi',
      terraformGeneratorMetadata: { providerName: 'azapi', providerVersion: '2.5.0' },
    });
  }

  public get alias(): string | undefined {
    return this.name;
  }

  protected synthesizeAttributes(): Record<string, unknown> {
    return { environment: 'usgovernment', alias: this.name };
  }

  protected synthesizeHclAttributes(): Record<string, unknown> {
    return { environment: { isBlock: false, type: 'simple', storageClassType: 'string', value: 'usgovernment' } };
  }
}
