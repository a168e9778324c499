import { Certainty } from '../../../../core/internal/certainty';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const POLICY = 'certificate_policy';
const ACTION = 'action.action_type';

export const certificateRenewal: Rule = {
  id: 'KV8',
  name: 'CertificateRenewal',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault_certificate'],
  controls: { benchmark: ['DP-7'] },
  summary: 'Key Vault renews the certificates that it issues.',
  explanation: 'A custom domain of SignalR or of an app stops working on the day its certificate expires.',
  link: 'https://learn.microsoft.com/azure/key-vault/certificates/overview-renew-certificate',
  fix: `Add a lifetime_action with the action_type AutoRenew to ${POLICY} of azurerm_key_vault_certificate.`,
  evaluate(certificate) {
    const [imported, policies] = [certificate.blocks('certificate'), certificate.blocks(POLICY)];
    if (imported && imported.length > 0) {
      return RuleVerdict.notApplicable('it is imported, and the team that imports it renews it');
    }
    if (!imported || !policies) return RuleVerdict.unknown(runtimeOnly(imported ? POLICY : 'certificate'));
    const actions = policies[0] ? policies[0].blocks('lifetime_action') : [];
    if (!actions) return RuleVerdict.unknown(runtimeOnly(`${POLICY}.lifetime_action`));
    const renews = Certainty.any(
      actions.map((action) => {
        const type = action.at(ACTION);
        return type.isUnknown ? Certainty.maybe(type.decidedBy) : Certainty.of(type.is('AutoRenew'));
      }),
    );
    if (renews.isMaybe) return RuleVerdict.unknown(runtimeOnly(`lifetime_action.${ACTION}`, renews.because));
    return renews.isYes
      ? RuleVerdict.compliant('Key Vault renews it')
      : RuleVerdict.violated({ message: `no lifetime_action of ${POLICY} has the action_type AutoRenew` });
  },
};
