import { IConstruct } from 'constructs';
import { ICustomDomainTarget } from './icustom-domain-target';

/** A certificate of a SignalR service, owned or existing. */
export interface ICustomCertificate extends IConstruct {
  /** Azure resource id of the certificate in the service, such as `.../signalR/SERVICE/customCertificates/NAME`. */
  readonly customCertificateId: string;

  /** The service that has the certificate; `undefined` where it is known by the id alone. */
  readonly service?: ICustomDomainTarget;
}
