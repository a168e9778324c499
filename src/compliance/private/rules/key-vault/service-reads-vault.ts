import { mayRead } from '../../../../topology/vault/readers';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const serviceReadsVault: Rule = {
  id: 'KV7',
  name: 'ServiceReadsVault',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault'],
  controls: { benchmark: ['PA-7', 'IM-8'] },
  summary: 'A SignalR service has permission to read the certificates and secrets that it uses from a vault.',
  explanation:
    'Azure rejects a certificate that the identity of the service cannot read, and calls no upstream whose address names such a secret.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain#grant-your-azure-signalr-service-resource-access-to-key-vault',
  fix: 'Add azurerm_role_assignment with Key Vault Secrets User or Key Vault Certificate User for the identity of the service, or azurerm_key_vault_access_policy with the secret permission Get; in this library CustomCertificate and UpstreamUrl with a vault of the app assign the role.',
  evaluate(vault, { model, topology }) {
    const doubt = topology.vaults.doubtOfReaders(vault);
    if (doubt) return RuleVerdict.unknown(`whether a service reads from the vault for ${doubt.path} is not known`);
    const services = topology.vaults.readersOf(vault);
    if (services.length === 0) return RuleVerdict.notApplicable('no SignalR service is known to read from the vault');
    const judgement = new Judgement();
    for (const service of services) {
      const may = mayRead(service, vault, model);
      if (may.isMaybe) {
        judgement.cannotTell(`whether ${service.path} may read from the vault is not known: ${may.because}`);
      } else if (may.isNo) {
        const message = `${service.path} reads from the vault, but nothing permits its identity to read secrets`;
        judgement.violates({ id: `Reader::${service.path}`, message });
      }
    }
    return judgement.verdict('each service that reads from it has the permission');
  },
};
