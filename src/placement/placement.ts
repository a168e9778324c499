import { TerraformStack } from 'cdktf';
import { Check, Finding } from './finding';
import { assignableScopeFindings } from './private/assignable-scopes';
import { capacityFindings } from './private/capacity';
import { closedCertificateVaultFindings, closedVaultFindings } from './private/closed-vaults';
import { connectionFindings } from './private/connections';
import { functionTriggerFindings } from './private/function-triggers';
import { ipv6Findings } from './private/ipv6';
import { lookUpProblems } from './private/look-ups';
import { natFindings } from './private/nat';
import { providerProblems } from './private/provider-settings';
import { regionFindings } from './private/regions';
import { roleConditionFindings } from './private/role-conditions';
import { runtimeProblems } from './private/runtime-releases';
import { settingNameFindings } from './private/setting-names';
import { slotFindings } from './private/slots';
import { addressFindings } from './private/static-addresses';
import { subscriptionFindings } from './private/subscriptions';
import { upstreamSignInFindings } from './private/upstream-sign-in';
import { Problem } from '../core/internal/violations';
import { ConstructModel } from '../model/construct-model';
import { TerraformModel } from '../model/terraform-model';
import { Topology } from '../topology/topology';

const CHECKS: readonly Check[] = [
  assignableScopeFindings,
  regionFindings,
  natFindings,
  addressFindings,
  capacityFindings,
  slotFindings,
  roleConditionFindings,
  settingNameFindings,
  connectionFindings,
  ipv6Findings,
  subscriptionFindings,
  closedVaultFindings,
  closedCertificateVaultFindings,
  functionTriggerFindings,
  upstreamSignInFindings,
];

const found = new WeakMap<TerraformModel, readonly Finding[]>();

/** Reports resources of a stack that are known to be out of place. */
export function placementProblems(model: ConstructModel, stack: TerraformStack): Problem[] {
  const { path } = stack.node;
  const findings = found.get(model) ?? findingsIn(model);
  const problems = findings.filter(({ stacks }) => stacks.has(path)).map(({ problem }) => problem);
  return [
    ...problems,
    ...lookUpProblems(model, stack),
    ...providerProblems(model, stack),
    ...runtimeProblems(model, stack),
  ];
}

function findingsIn(model: TerraformModel): readonly Finding[] {
  const topology = Topology.of(model);
  const findings = CHECKS.flatMap((check) => check(topology));
  found.set(model, findings);
  return findings;
}
