import { sortedBy, withoutSecrets } from './facts';
import { EvidenceScope, isAskedKey } from './scope';
import { Certainty } from '../../core/internal/certainty';
import { doubtsOf } from '../../topology/doubts';
import {
  Direction,
  EffectiveRule,
  rulesOfSubnet,
  SubnetRules,
  subnetsOf,
} from '../../topology/network/effective-rules';
import { nameOf } from '../../topology/network/label';
import { Topology } from '../../topology/topology';

/** Yes, no, or not known. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A rule, in the order in which Azure asks it. */
export interface RuleFact extends Omit<EffectiveRule, 'unknown'> {
  /** Author of the rule. */
  readonly from: 'configuration' | 'Azure';
  readonly unknown?: readonly string[];
}

/** A subnet with all rules that govern its traffic. */
export interface SubnetFact {
  readonly subnet: string;
  readonly name: string;
  readonly network?: string;
  readonly addressPrefixes: readonly string[];
  readonly filtered: Answer;
  readonly because?: string;
  readonly securityGroup?: { readonly path: string; readonly name: string };
  readonly privateEndpointsFiltered: Answer;
  readonly inbound: readonly RuleFact[];
  readonly outbound: readonly RuleFact[];
}

/** Rules of the security groups of subnets, in both directions. */
export interface SecurityRules {
  /** Rules that may decide before all of them. */
  readonly unknown: readonly string[];
  readonly subnets: readonly SubnetFact[];
}

const UNFILTERED = 'it has no security group, so Azure filters nothing that enters or leaves it';

/** The effective rules of the subnets of a configuration. */
export function securityRulesOf(scope: EvidenceScope): SecurityRules {
  const { model, connectivity } = scope;
  const topology = Topology.of(model);
  const shown = new Set(connectivity.networks.flatMap(({ subnets }) => subnets.map(({ id }) => id)));
  const asked = subnetsOf(topology).filter(
    ({ key, resource }) => shown.has(key!) || isAskedKey(scope, resource ?? topology.subnets.inline.get(key)?.network),
  );
  const subnets = asked.map((subnet) => factOf(rulesOfSubnet(topology, subnet)));
  const { ways } = doubtsOf(model);
  return withoutSecrets({
    unknown: ways === undefined ? [] : [ways],
    subnets: sortedBy(
      subnets,
      ({ network }) => network,
      ({ subnet }) => subnet,
    ),
  });
}

function factOf({ key, name, network, addressPrefixes, isFiltered, group, governsEndpoints, rules }: SubnetRules) {
  const ruleFacts = (direction: Direction) => rules[direction].map(ruleFact);
  return {
    subnet: key,
    name,
    network,
    addressPrefixes,
    filtered: answerOf(isFiltered),
    because: isFiltered.isNo ? UNFILTERED : isFiltered.because,
    securityGroup: group && { path: group.path, name: nameOf(group) },
    privateEndpointsFiltered: isFiltered.isNo ? ('no' as const) : answerOf(governsEndpoints),
    inbound: ruleFacts('Inbound'),
    outbound: ruleFacts('Outbound'),
  };
}

function ruleFact({ unknown, path, ...rule }: EffectiveRule): RuleFact {
  return {
    ...rule,
    from: path === undefined ? 'Azure' : 'configuration',
    path,
    unknown: unknown.length > 0 ? unknown : undefined,
  };
}

/** A certainty as a word. */
export function answerOf(certainty: Certainty): Answer {
  if (certainty.isMaybe) return 'unknown';
  return certainty.isYes ? 'yes' : 'no';
}
