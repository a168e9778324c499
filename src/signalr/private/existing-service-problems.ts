import { IConstruct } from 'constructs';
import { ArmIdForm } from '../../core/internal/arm-id';
import { hostNameProblems } from '../../core/internal/host-name';
import { locationProblems } from '../../core/internal/locations';
import { Problem } from '../../core/internal/violations';
import { principalIdProblems } from '../../identity/internal/principal-id';
import { SignalRServiceAttributes } from '../signalr-service-attributes';

export const SERVICE_ID = new ArmIdForm('Microsoft.SignalRService/signalR', 'signalr/service-id', 'a SignalR service');

/** Reports what cannot be true of an existing service. */
export function existingServiceProblems(scope: IConstruct, told: SignalRServiceAttributes): Problem[] {
  const { serviceId, hostname, location, sku, principalId } = told;
  return [
    ...SERVICE_ID.problems(serviceId),
    ...hostNameProblems('signalr/hostname', hostname, 'NAME.service.signalr.net'),
    ...locationProblems(scope, location),
    ...(sku?._problems({ publicNetworkAccess: true, privateEndpoint: false }) ?? []),
    ...(principalId === undefined ? [] : principalIdProblems(principalId)),
  ];
}
