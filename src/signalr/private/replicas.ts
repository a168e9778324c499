import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { IChangeableService } from '../ichangeable-service';

/** The replicas of a service that are defined here, whichever construct stands for the service. */
export function replicasOf(service: IChangeableService): readonly IConstruct[] {
  return registry<IConstruct[]>(service, 'replicas').get(keyOf(service.serviceId)) ?? [];
}

export function addReplicaOf(service: IChangeableService, replica: IConstruct): void {
  registry<IConstruct[]>(service, 'replicas').set(keyOf(service.serviceId), [...replicasOf(service), replica]);
}
