import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const POLICY = 'certificate_policy';
const TYPE = 'key_properties.key_type';
const SIZE = 'key_properties.key_size';
const MONTHS = 'x509_certificate_properties.validity_in_months';
const SMALLEST = 2048;
const LONGEST = 12;

export const certificateStrength: Rule = {
  id: 'KV9',
  name: 'CertificateStrength',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault_certificate'],
  controls: {
    benchmark: ['DP-7'],
    policies: ['cee51871-e572-4576-855c-047c820360f0', '0a075868-4c26-42ef-914c-5bc007359560'],
  },
  summary: `Certificates that Key Vault issues have an RSA key of at least ${SMALLEST} bits, and are valid for at most ${LONGEST} months.`,
  explanation: 'Browsers reject certificates that are valid for longer, and attackers can break shorter RSA keys.',
  link: 'https://learn.microsoft.com/azure/key-vault/certificates/about-certificates',
  fix: `Set ${SIZE} of ${POLICY} to ${SMALLEST} or more, and ${MONTHS} to ${LONGEST} or less.`,
  evaluate(certificate) {
    const [imported, policies] = [certificate.blocks('certificate'), certificate.blocks(POLICY)];
    if (imported && imported.length > 0) return RuleVerdict.notApplicable('it is imported as it is');
    if (!imported || !policies) return RuleVerdict.unknown(runtimeOnly(imported ? POLICY : 'certificate'));
    const judgement = new Judgement();
    policies.forEach((policy) => judgePolicy(judgement, policy));
    return judgement.verdict('its key is long enough, and it expires within a year');
  },
};

function judgePolicy(judgement: Judgement, policy: Block): void {
  const [type, size, months] = [TYPE, SIZE, MONTHS].map((name) => policy.at(name));
  // Key Vault makes RSA keys of 2048 bits unless asked for others.
  const isShort = !size.isUnknown && !size.isAbsent && Number(size.known) < SMALLEST;
  if (size.isUnknown && !/^EC/.test(type.knownText ?? '')) judgement.cannotTell(runtimeOnly(SIZE, size.decidedBy));
  if (isShort && type.isUnknown) judgement.cannotTell(runtimeOnly(TYPE, type.decidedBy));
  if (isShort && /^RSA/.test(type.knownText ?? '')) {
    judgement.violates({ id: 'KeySize', message: `${SIZE} of an RSA key is ${size.text}` });
  }
  if (months.isUnknown) {
    judgement.cannotTell(runtimeOnly(MONTHS, months.decidedBy));
  } else if (Number(months.known) > LONGEST) {
    judgement.violates({ id: 'Validity', message: `${MONTHS} is ${months.text}` });
  }
}
