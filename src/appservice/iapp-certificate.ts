import { IConstruct } from 'constructs';

/** A certificate of App Service, owned or existing. */
export interface IAppCertificate extends IConstruct {
  /** Azure resource id of the certificate, such as `.../Microsoft.Web/certificates/NAME`. */
  readonly certificateId: string;
}
