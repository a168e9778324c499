import { IConstruct } from 'constructs';
import { ArmIdForm } from '../../core/private/arm-id';
import { locationProblems } from '../../core/private/locations';
import { isKnown, Problem } from '../../core/private/violations';
import { principalIdProblems } from '../../identity/private/principal-id';
import { SignalRServiceAttributes } from '../signalr-service-attributes';

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

export const SERVICE_ID = new ArmIdForm('Microsoft.SignalRService/signalR', 'signalr/service-id', 'a SignalR service');

/** What cannot be true of an existing service. */
export function existingServiceProblems(scope: IConstruct, told: SignalRServiceAttributes): Problem[] {
  const { serviceId, hostname, location, sku, principalId } = told;
  return [
    ...SERVICE_ID.problems(serviceId),
    ...hostnameProblems(hostname),
    ...(location === undefined ? [] : locationProblems(scope, location)),
    ...(sku?._problems({ publicNetworkAccess: true, privateEndpoint: false }) ?? []),
    ...(principalId === undefined ? [] : principalIdProblems(principalId)),
  ];
}

function hostnameProblems(hostname: string): Problem[] {
  if (!isKnown(hostname) || HOST_NAME.test(hostname)) return [];
  const message = `"${hostname}" is not a host name; use one without scheme, port and path, as NAME.service.signalr.net`;
  return [{ code: 'signalr/hostname', message }];
}
