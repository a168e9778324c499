import { DataAzurermSignalrService } from '@cdktf/provider-azurerm/lib/data-azurerm-signalr-service';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { ResourceGroup } from '../../core';
import { SignalRServiceAttributes } from '../signalr-service-attributes';
import { SignalRServiceLookup } from '../signalr-service-lookup';

/** Returns the attributes of a service that Terraform finds by its name, in the construct of the service. */
export function lookedUp(service: Construct, options: SignalRServiceLookup): SignalRServiceAttributes {
  const { name, resourceGroupName, provider } = options;
  const found = new DataAzurermSignalrService(service, 'Resource', { name, resourceGroupName, provider });
  const { id: serviceId, hostname, location } = found;
  const resourceGroupId = Fn.join('/', Fn.slice(Fn.split('/', serviceId), 0, 5));
  const group = { resourceGroupName, location, resourceGroupId };
  const resourceGroup = ResourceGroup.fromResourceGroupAttributes(service, 'ResourceGroup', group);
  return { serviceId, hostname, location, resourceGroup, provider };
}
