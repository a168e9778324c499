import { ModelResource } from '../../../../model/model-resource';
import { Value } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Finding, Rule } from '../../rule';

const CERTIFICATE = 'azurerm_signalr_service_custom_certificate';

interface Checked {
  readonly findings: Finding[];
  readonly unknowns: string[];
}

/** Own domains have certificates that a Key Vault keeps. */
export const signalRCustomCertificateFromKeyVault: Rule = {
  id: 'SIG7',
  name: 'SignalRCustomCertificateFromKeyVault',
  severity: Severity.ERROR,
  types: [CERTIFICATE, 'azurerm_signalr_service_custom_domain'],
  controls: { benchmark: ['DP-7'] },
  summary: 'Custom certificates are certificates of a Key Vault, which a Premium service reads with its identity.',
  explanation:
    'A Key Vault renews certificates and keeps their private keys. Only services of the Premium tier support custom certificates, and they read them with their managed identity.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain',
  fix: 'Set custom_certificate_id to the id of an azurerm_key_vault_certificate, sku.name to Premium_P1, and add an identity; in this library addCustomCertificate(...) on a service with Sku.premium(...) and an identity.',
  evaluate: (part, { topology }) => {
    const certificate = part.type === CERTIFICATE ? judgeCertificate(part.at('custom_certificate_id')) : NOTHING;
    const service = judgeService(topology.services.definedOf(part));
    return new Judgement()
      .violates(...certificate.findings, ...service.findings)
      .cannotTell(...certificate.unknowns, ...service.unknowns)
      .verdict('a Premium service reads it with its identity from a Key Vault');
  },
};

const NOTHING: Checked = { findings: [], unknowns: [] };

function judgeCertificate(id: Value): Checked {
  // The host of the vault may be a reference.
  if (id.resource?.type === 'azurerm_key_vault_certificate' || /^[^/]*(\/\/[^/]+\/|\})certificates\//.test(id.text)) {
    return NOTHING;
  }
  if (id.knownText === undefined && !/\b(secrets|keys)\//.test(id.text)) {
    return { ...NOTHING, unknowns: ['custom_certificate_id is not known'] };
  }
  const message = 'custom_certificate_id is not the address of a certificate in a Key Vault';
  return { ...NOTHING, findings: [{ id: 'Certificate', message }] };
}

function judgeService(service: ModelResource | undefined): Checked {
  if (!service) return { ...NOTHING, unknowns: ['the configuration does not define the service'] };
  const sku = service.at('sku.name');
  const identities = service.blocks('identity');
  const findings: Finding[] = [];
  const unknowns: string[] = [];
  if (sku.knownText === undefined) {
    unknowns.push(`sku.name of ${service.path} is not known`);
  } else if (!sku.knownText.startsWith('Premium_')) {
    findings.push({ id: 'Sku', message: `${service.path} is ${sku.knownText}, but must be of the Premium tier` });
  }
  if (!identities) {
    unknowns.push(`the identity of ${service.path} is not known`);
  } else if (identities.length === 0) {
    findings.push({ id: 'Identity', message: `${service.path} has no identity to read the certificate with` });
  }
  return { findings, unknowns };
}
