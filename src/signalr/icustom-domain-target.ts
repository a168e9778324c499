import { IChangeableService } from './ichangeable-service';
import { IPrincipal } from '../identity';

/** A target of custom domains: a SignalR service, as its certificates and domains see it. */
export interface ICustomDomainTarget extends IChangeableService {
  /** The managed identity of the service; `undefined` where it has none, or none that is known. */
  readonly principal?: IPrincipal;
}
