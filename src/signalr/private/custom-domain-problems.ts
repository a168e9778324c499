import { factsOf } from './service-facts';
import { isKnown, Problem } from '../../core/internal/violations';
import { ICustomCertificate } from '../icustom-certificate';
import { ICustomDomainTarget } from '../icustom-domain-target';

/** Reports why a certificate or domain cannot have its name in the service. */
export function nameInServiceProblems(kind: 'certificate' | 'domain', name: string): Problem[] {
  // Neither Azure's interface description nor azurerm sets a rule, but the name becomes part of an Azure resource id.
  if (!isKnown(name) || /^[a-z0-9][\w.-]*$/i.test(name)) return [];
  const message = `"${name}" cannot be the name of a ${kind}; use letters, digits, dashes, underscores and periods, beginning with a letter or digit`;
  return [{ code: `signalr/${kind}-resource-name`, message }];
}

/** Reports a certificate that belongs to another service than the domain that uses it. */
export function certificateOwnerProblems(certificate: ICustomCertificate, service: ICustomDomainTarget): Problem[] {
  if (!isOfOther(certificate, service)) return [];
  const message = `certificate ${certificate.node.path} belongs to another service; add the certificate to ${service.node.path} too, and give that one`;
  return [{ code: 'signalr/certificate-of-other-service', message }];
}

function isOfOther({ service: owner, customCertificateId }: ICustomCertificate, service: ICustomDomainTarget): boolean {
  if (owner === service) return false;
  const ownerId = owner ? owner.serviceId : customCertificateId.split(/\/customCertificates\//i)[0];
  if (isKnown(ownerId) && isKnown(service.serviceId)) return ownerId.toLowerCase() !== service.serviceId.toLowerCase();
  return owner !== undefined && isDefinedHere(owner) && isDefinedHere(service);
}

function isDefinedHere(service: ICustomDomainTarget): boolean {
  return factsOf(service)._ownName !== undefined;
}
