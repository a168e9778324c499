import { publicAnswer, unknownAnswer } from './answers';
import { Question } from './question';
import { ServiceNames } from './service-names';
import type { Code } from '../../../core/internal/codes/codes';
import { Registration } from '../../../topology/dns/registration';
import { NameResolution } from '../../connectivity-data';

/** A question with what does not depend on who is asked. */
export interface Search {
  readonly question: Question;
  readonly names: ServiceNames;
  /** Zones in which Azure records each private endpoint of the service. */
  readonly registrations: readonly Registration[];
}

/**
 * The names that are asked one after the other: public DNS answers with the alias only if there is a private endpoint.
 */
export function namesAsked({ question, names }: Search): string[] {
  return question.endpoints.length > 0 ? [names.host, names.alias] : [names.host];
}

/** The steps from the host name to a name. */
export function chainTo({ names }: Search, name: string): string[] {
  return name === names.host ? [name] : [names.host, `CNAME ${name}`];
}

/** The steps to the last name that is asked. */
export function wholeChain(search: Search): string[] {
  return namesAsked(search).map((name, index) => (index === 0 ? name : `CNAME ${name}`));
}

/** Facts of a network without a linked zone. */
export interface UnlinkedNetwork {
  /** States whether the tree defines the network. */
  readonly isManaged: boolean;
  /** Value that decides whether a link of which only Terraform knows the zone or the network is one of this network. */
  readonly linkDoubt?: string;
  /** States whether the tree defines a zone for the names, and so does not leave them to others. */
  readonly hasZone: boolean;
}

/** Answer of Azure's DNS to a network without a zone and rule for the names: what public DNS does. */
export function unlinkedAnswer(search: Search, network: string, known: UnlinkedNetwork): NameResolution {
  const { question, names } = search;
  const lacks = `no private DNS zone for ${names.alias} is linked to ${network}`;
  if (question.endpoints.length === 0) return answerWithoutEndpoint(search);
  const doubt = doubtOf(search, known);
  if (doubt) return unknownAnswer(wholeChain(search), `${lacks} in the configuration, but ${doubt}`);
  return publicAnswer(wholeChain(search), `${lacks}, so public DNS answers`, 'dns/not-linked');
}

/** No answer, but for a service without private endpoints, which has nothing but its public address. */
export function unknownUnlessPublic(search: Search, name: string, reason: string, code?: Code): NameResolution {
  if (search.question.endpoints.length === 0) return answerWithoutEndpoint(search);
  return unknownAnswer(chainTo(search, name), reason, code);
}

function answerWithoutEndpoint(search: Search): NameResolution {
  const reason = 'the service has no private endpoint, so public DNS answers';
  return publicAnswer(wholeChain(search), reason, 'dns/no-endpoint');
}

/** Value that may change the answer that no zone is linked. */
function doubtOf({ registrations }: Search, { isManaged, linkDoubt, hasZone }: UnlinkedNetwork): string | undefined {
  if (linkDoubt) return linkDoubt;
  if (!isManaged) return 'the configuration does not define the network';
  const existing = registrations.flatMap(({ zones }) => zones).find((zone) => !zone.isManaged);
  if (existing) return `the configuration does not define zone ${existing.label}`;
  const open = registrations.find(({ hasUnknownZones }) => hasUnknownZones);
  if (open) return `the zones that record ${open.endpoint.path} are only known when Terraform runs`;
  const attached = registrations.find(({ isByPolicy }) => isByPolicy);
  if (attached) return `Azure Policy attaches the zone of ${attached.endpoint.path}`;
  const unrecorded = hasZone ? undefined : registrations.find(({ zones }) => zones.length === 0);
  return (
    unrecorded &&
    `the configuration has no such zone, so another team may keep the record of ${unrecorded.endpoint.path}`
  );
}
