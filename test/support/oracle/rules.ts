import { Caller, Estate, OriginOf, REQUEST_TYPES, RequestTypeName } from './estate';
import { Cause, PRIVATE_ZONE, PUBLIC_ZONE } from './names';
import { follow, followUpstream, Outcome, verdictOf } from './walker';
import { Seen } from './worlds';
import { ComplianceFinding, ComplianceStatus } from '../../../src/compliance';

const { COMPLIANT, VIOLATED, NOT_APPLICABLE } = ComplianceStatus;

/** The library's rules that speak of names and ways, held to the oracle. */
export const RULES = ['DNS2', 'PE4', 'NAC3', 'NAC5', 'APP1', 'SPL1'];

/** What rules say of a stack called Prod against what the oracle proves. */
export function contradictions(estate: Estate, findings: readonly ComplianceFinding[]): string[] {
  const proof = new Proof(estate);
  return findings
    .filter(({ rule }) => RULES.includes(rule))
    .flatMap((finding) => {
      const key = finding.path.replace(/^Prod\//, '');
      const said = `${finding.rule} ${finding.status}`;
      const told = finding.rule === 'PE4' && saysLinkOf(estate, findings) ? [] : judge(estate, proof, finding, key);
      return told.map((why) => `${said} of ${key}: ${why}`);
    });
}

function judge(estate: Estate, proof: Proof, finding: ComplianceFinding, key: string): string[] {
  switch (finding.rule) {
    case 'DNS2':
      return judgeZone(estate, proof, finding, key);
    case 'PE4':
      return judgeEndpoint(proof, finding, key);
    case 'NAC3':
      return judgePublic(proof, finding);
    case 'NAC5':
      return judgeEndpointRules(estate, proof, finding);
    case 'SPL1':
      return judgeUpstream(estate, finding);
    default:
      return judgeApp(estate, finding, key);
  }
}

/** What the walker proves in every world. */
class Proof {
  private readonly walks = new Map<string, Seen<Outcome>>();

  public constructor(public readonly estate: Estate) {}

  public is(origin: OriginOf, type: RequestTypeName, verdict: Outcome['verdict']): boolean {
    return verdictOf(this.seen(origin, type)) === verdict;
  }

  /** Apps whose settings name the service. */
  public get callers(): Caller[] {
    return this.estate.apps.flatMap((app) => [app, ...app.slots]).filter(({ calls }) => calls);
  }

  /** Why requests of a caller are denied in every world, although an endpoint would let them in; nothing where not so. */
  public causes({ key }: Caller): (Cause | undefined)[] {
    const refused = REQUEST_TYPES.filter((type) => this.isAdmitted(type)).map((type) =>
      this.seen({ kind: 'app', key }, type),
    );
    return refused
      .filter((seen) => verdictOf(seen) === 'denied' && seen.untold.length + seen.subtle.length === 0)
      .flatMap(({ results }) => results.map(({ cause }) => cause));
  }

  public nameOf(zone: string): string | undefined {
    return this.estate.zones.find(({ key }) => key === zone)?.name;
  }

  /** Whether the name leads a caller to an endpoint in every world. */
  public finds({ key }: Caller): boolean {
    const { results } = this.seen({ kind: 'app', key }, 'ServerConnection');
    return results.length > 0 && results.every(({ answer }) => answer === 'private');
  }

  private isAdmitted(type: RequestTypeName): boolean {
    return this.estate.endpoints.some(({ key }) => this.is({ kind: 'endpoint', key }, type, 'allowed'));
  }

  private seen(origin: OriginOf, type: RequestTypeName): Seen<Outcome> {
    const key = `${JSON.stringify(origin)} ${type}`;
    const seen = this.walks.get(key) ?? follow(this.estate, origin, type);
    this.walks.set(key, seen);
    return seen;
  }
}

/** A zone that holds an endpoint's address is not well where callers are denied since they do not find it. */
function judgeZone(estate: Estate, proof: Proof, { status, id }: ComplianceFinding, key: string): string[] {
  // A zone of another name, which nobody asks, is for the rule on names.
  if (proof.nameOf(key) !== PRIVATE_ZONE) return [];
  const holds = (each: { zones: readonly object[] }) => each.zones.some((zone) => 'key' in zone && zone.key === key);
  const isRecorded = estate.records.some(({ zone, repeat }) => !repeat && 'key' in zone && zone.key === key);
  if (!estate.endpoints.some((each) => !each.repeat && holds(each)) && !isRecorded) return [];
  const isQuiet = status === COMPLIANT || status === NOT_APPLICABLE;
  const isLost = (cause: Cause | undefined) => cause === 'not linked' || cause === 'no server';
  if (isQuiet && proof.callers.some((caller) => proof.causes(caller).some(isLost))) {
    return ['a caller does not find the zone, and is denied'];
  }
  const network = /^Network::(?:.*\/)?(\w+)$/.exec(id ?? '')?.[1];
  const within = proof.callers.filter((caller) => networkOf(estate, caller) === network);
  if (status === VIOLATED && network && within.length > 0 && within.every((caller) => proof.finds(caller))) {
    return [`all callers in ${network} find the endpoint`];
  }
  return [];
}

function judgeEndpoint(proof: Proof, { status }: ComplianceFinding, key: string): string[] {
  const { endpoints } = proof.estate;
  if (endpoints.length > 1 || endpoints[0].key !== key) return [];
  // What the endpoint records in a zone that nobody asks is for the rule on links.
  const isInZone = endpoints[0].zones.some((zone) => 'id' in zone || proof.nameOf(zone.key) === PRIVATE_ZONE);
  const isMissing = !isInZone && proof.callers.some((caller) => proof.causes(caller).includes('no record'));
  if (status === COMPLIANT && isMissing) return ['a caller gets no record of it, and is denied'];
  const { callers } = proof;
  if (status === VIOLATED && callers.length > 0 && callers.every((caller) => proof.finds(caller))) {
    return ['all callers find it'];
  }
  return [];
}

/** Whether the rule on links says that callers do not find a zone of the public name, which has the record they look for. */
function saysLinkOf({ zones, records }: Estate, findings: readonly ComplianceFinding[]): boolean {
  const parents = zones.filter(({ name }) => name === PUBLIC_ZONE).map(({ key }) => key);
  const recorded = records.flatMap(({ zone }) => ('key' in zone && parents.includes(zone.key) ? zone.key : []));
  return findings.some(
    ({ rule, status, path }) =>
      rule === 'DNS2' && status === VIOLATED && recorded.some((key) => path === `Prod/${key}`),
  );
}

function judgePublic(proof: Proof, { status, id }: ComplianceFinding): string[] {
  const internet: OriginOf = { kind: 'internet' };
  const types: RequestTypeName[] = ['ServerConnection', 'RESTAPI', 'Trace'];
  if (status === COMPLIANT) {
    return types.filter((type) => proof.is(internet, type, 'allowed')).map((type) => `${type} comes from the internet`);
  }
  const type = types.find((each) => id === `Public::${each}`);
  return status === VIOLATED && type && proof.is(internet, type, 'denied')
    ? [`${type} from the internet is denied`]
    : [];
}

function judgeEndpointRules(estate: Estate, proof: Proof, { status, id = '' }: ComplianceFinding): string[] {
  const there = estate.endpoints.filter(({ repeat }) => !(repeat && 'count' in repeat && repeat.count === 0));
  // Where a variable decides on an endpoint, the rule may judge it as if it were there.
  if (there.some(({ repeat }) => repeat && !('count' in repeat))) return [];
  const at = there.map(({ key }): OriginOf => ({ kind: 'endpoint', key }));
  const all = (type: RequestTypeName, verdict: Outcome['verdict']) =>
    at.length > 0 && at.every((origin) => proof.is(origin, type, verdict));
  // Servers of a Serverless service call its REST API; others connect with a key that it gives them.
  const needed = REQUEST_TYPES.filter(
    (type) => type === 'RESTAPI' || (type === 'ServerConnection' && !estate.service.upstream),
  );
  if (status === COMPLIANT && needed.some((type) => all(type, 'denied'))) return ['no endpoint lets servers in'];
  if (status !== VIOLATED) return [];
  if (needed.some((type) => id === `Blocked::${type}` && all(type, 'allowed'))) return ['endpoints let servers in'];
  // A block for an endpoint that others may define is reported for itself.
  const isHere = there.some(({ key }) => id === `Trace::Prod/${key}`);
  if (isHere && all('Trace', 'denied')) return ['no endpoint allows live traces'];
  return [];
}

function judgeUpstream(estate: Estate, { status }: ComplianceFinding): string[] {
  if (!estate.service.upstream) return [];
  const seen = followUpstream(estate);
  const verdict = verdictOf(seen);
  const isDecided = seen.untold.length === 0;
  if (status === ComplianceStatus.UNKNOWN && isDecided) {
    return [`the upstream is ${verdict}, and nothing leaves that open`];
  }
  if ((status === COMPLIANT || status === NOT_APPLICABLE) && verdict === 'denied') {
    return ['the upstream is not reached'];
  }
  return status === VIOLATED && verdict === 'allowed' ? ['the upstream is reached'] : [];
}

function judgeApp(estate: Estate, { status }: ComplianceFinding, key: string): string[] {
  const caller = estate.apps.flatMap((app) => [app, ...app.slots]).find((each) => each.key === key);
  if (!caller) return [];
  const { integration } = caller;
  const isAbsent =
    !integration || (integration.repeat && 'count' in integration.repeat && integration.repeat.count === 0);
  const isThere =
    integration && (!integration.repeat || ('count' in integration.repeat && integration.repeat.count === 1));
  if (status === COMPLIANT && isAbsent) return ['it has no subnet'];
  if (status === VIOLATED && isThere) return ['it has a subnet'];
  return [];
}

function networkOf({ networks }: Estate, { integration }: Caller): string | undefined {
  const { subnet } = integration ?? {};
  if (!subnet || !('key' in subnet)) return undefined;
  return networks.find(({ subnets }) => subnets.some(({ key }) => key === subnet.key))?.key;
}
