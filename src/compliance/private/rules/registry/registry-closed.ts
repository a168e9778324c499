import { ModelResource } from '../../../../model/model-resource';
import { PUBLIC_ACCESS, Registries, REGISTRY } from '../../../../topology/registry/registries';
import { Block, Value } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { addFlag, Judgement, onlyWhere, runtimeOnly, judgeRanges } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const RULES = 'network_rule_set';
const ACTION = `${RULES}.default_action`;
const RANGES = `${RULES}.ip_rule`;

export const registryClosed: Rule = {
  id: 'REG1',
  name: 'RegistryClosed',
  severity: Severity.WARNING,
  types: [REGISTRY],
  controls: {
    benchmark: ['IM-1', 'NS-2'],
    policies: [
      'dc921057-6b28-4fbe-9b83-f7bec05db6c2',
      '9f2dea28-e834-476c-99c5-3507b4728395',
      'd0793b48-0edc-4296-a390-4c75d1bdfd71',
      'e8eef0a8-67cf-4eb4-9386-14b0e78733d4',
    ],
    checkov: ['CKV_AZURE_137', 'CKV_AZURE_138', 'CKV_AZURE_139'],
  },
  differs: {
    'e8eef0a8-67cf-4eb4-9386-14b0e78733d4': 'Fails each registry without a private endpoint, also an open one.',
    CKV_AZURE_139: 'Fails a registry that accepts calls from named ranges only.',
  },
  summary:
    'A container registry accepts no passwords, no callers who do not sign in, and none from the whole internet; a closed one has a private endpoint.',
  explanation:
    'The admin account is one user with all rights, whose password Entra ID can neither manage nor lock. With anonymous pull, every caller who reaches the registry reads its images. A stolen token opens a public registry from any network; that is advice, and a warning in the isolated profile. No caller reaches a closed registry without a private endpoint.',
  link: 'https://learn.microsoft.com/azure/container-registry/container-registry-private-link',
  fix: `Leave out admin_enabled and anonymous_pull_enabled, set ${PUBLIC_ACCESS} to false, or default_action of ${RULES} to Deny, and add azurerm_private_endpoint with the subresource registry; in this library appservice.ContainerRegistry is closed by default, and addPrivateEndpoint opens it to a network.`,
  evaluate(registry, { topology: { registries } }, profile) {
    const judgement = new Judgement();
    addFlag(judgement, registry, { attribute: 'admin_enabled', wanted: false, byDefault: false }, { id: 'Admin' });
    const anonymous = { attribute: 'anonymous_pull_enabled', wanted: false, byDefault: false };
    addFlag(judgement, registry, anonymous, { id: 'Anonymous' });
    const { status, findings, reason } = judgeNetwork(registry, registries, profile);
    if (status === ComplianceStatus.UNKNOWN) judgement.cannotTell(reason);
    else judgement.violates(...findings);
    judgeEndpoint(judgement, registry, registries);
    return judgement.verdict('it accepts those alone who sign in, from private endpoints and named ranges');
  },
};

function judgeNetwork(registry: ModelResource, registries: Registries, profile: SecurityProfile): RuleVerdict {
  const isPublic = registries.isPublic(registry);
  if (isPublic.isNo) return RuleVerdict.compliant(`${PUBLIC_ACCESS} is false`);
  const action = registry.at(ACTION);
  if (action.isUnknown) return RuleVerdict.unknown(runtimeOnly(ACTION, action.decidedBy));
  const severity = profile === SecurityProfile.ISOLATED ? Severity.WARNING : Severity.INFO;
  const message = `${PUBLIC_ACCESS} is not false, and ${ACTION} is not Deny`;
  const verdict = action.is('Deny')
    ? judgeRanges({ ranges: rangesOf(registry), name: RANGES, otherwise: `${ACTION} is Deny`, severity }, profile)
    : RuleVerdict.violated({ id: 'Network', message, severity });
  return onlyWhere(isPublic, runtimeOnly(PUBLIC_ACCESS, isPublic.because), verdict);
}

function judgeEndpoint(judgement: Judgement, registry: ModelResource, registries: Registries): void {
  const isClosed = registries.isPublic(registry).not;
  if (isClosed.isNo || registries.endpointsOf(registry).length > 0) return;
  const doubt = registries.endpoints.doubtOf(registry.path);
  if (doubt !== undefined) judgement.cannotTell(doubt);
  else if (isClosed.isMaybe) judgement.cannotTell(runtimeOnly(PUBLIC_ACCESS, isClosed.because));
  else judgement.violates({ id: 'Endpoint', message: 'it is closed, and no private endpoint connects to it' });
}

/** The ranges of all rules; where a list is not known, the list itself. */
function rangesOf(registry: ModelResource): Value[] {
  const rules = registry.blocks(RULES)?.map((set) => set.blocks('ip_rule') ?? [unknownBlocks(set, 'ip_rule')]);
  if (!rules) return [registry.at(RULES)];
  return rules.flat().map((rule) => ('blocks' in rule ? rule.at('ip_range') : rule));
}

/** Values that decide which blocks there are: an expression, or what is below `dynamic`. */
function unknownBlocks(block: Block, name: string): Value {
  const given = block.at(name);
  return given.isAbsent ? block.at(`${name}.*`) : given;
}
