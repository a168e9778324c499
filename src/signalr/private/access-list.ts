import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { Problem, Violations } from '../../core/private/violations';
import { IPrivateEndpoint } from '../../privatelink';
import { AccessRules } from '../access-rules';
import { NetworkAccess } from '../network-access';
import { NetworkOrigin } from '../network-origin';
import { RequestType } from '../request-type';
import { ConnectedHost } from './connections';

/** What applications ask of a service. */
const CALLS: readonly (readonly [RequestType, string])[] = [
  [RequestType.SERVER_CONNECTION, 'open a ServerConnection'],
  [RequestType.REST_API, 'call RESTAPI'],
];

/** The one access control list of a service, which grows with the service's endpoints. */
export class AccessList {
  private readonly endpoints: IPrivateEndpoint[] = [];
  private readonly rulesByPath = new Map<string, AccessRules>();

  public constructor(
    private readonly service: IConstruct,
    private readonly access: NetworkAccess,
    private readonly resource: SignalrServiceNetworkAcl,
  ) {
    this.warnWithoutRest(NetworkOrigin.publicNetwork(), 'the public network');
  }

  /** Takes the rules of an endpoint that is about to be added. */
  public acceptRules(endpointPath: string, rules: AccessRules): void {
    const violations = new Violations(this.service);
    const id = endpointPath.slice(endpointPath.lastIndexOf('/') + 1);
    violations.include(this.access._listProblems(rules, `private endpoint ${id}`));
    violations.throwIfAny();
    this.rulesByPath.set(endpointPath, rules);
  }

  /** Every endpoint is listed: an unlisted one is blocked, and shows as drift in every plan. */
  public add(endpoint: IPrivateEndpoint): void {
    this.endpoints.push(endpoint);
    this.resource.putPrivateEndpoint(
      this.endpoints.map((each) => ({ id: each.privateEndpointId, ...this.rulesOf(each)._render() })),
    );
    this.warnWithoutRest(NetworkOrigin.privateEndpoint(this.rulesOf(endpoint)), `private endpoint ${endpoint.node.id}`);
  }

  /** What keeps everybody, or the applications, out. */
  public problems(hosts: readonly ConnectedHost[]): Problem[] {
    const problems: Problem[] = [];
    if (!Object.values(RequestType).some((type) => this.opens(type))) {
      problems.push({
        code: 'nac/nobody-can-connect',
        message: `neither the public network nor any of ${this.endpoints.length} private endpoints lets a request in; add an endpoint or allow request types`,
      });
    }
    for (const [type, deed] of CALLS) {
      const callers = hosts.filter(({ requestTypes }) => requestTypes.has(type));
      if (callers.length === 0 || this.opens(type)) continue;
      const paths = callers.map(({ host }) => host.node.path).join(', ');
      problems.push({
        code: 'nac/server-unreachable',
        message: `${paths} cannot ${deed} over any network; add a private endpoint that allows it`,
      });
    }
    return problems;
  }

  private opens(type: RequestType): boolean {
    const origins = this.endpoints.map((endpoint) => NetworkOrigin.privateEndpoint(this.rulesOf(endpoint)));
    return [NetworkOrigin.publicNetwork(), ...origins].some((origin) => this.access.evaluate(origin, type).allowed);
  }

  private rulesOf(endpoint: IPrivateEndpoint): AccessRules {
    return this.rulesByPath.get(endpoint.node.path) ?? this.access.privateEndpoints;
  }

  private warnWithoutRest(origin: NetworkOrigin, place: string): void {
    if (!this.access._lacksRest(origin)) return;
    // https://github.com/Azure/azure-signalr/issues/1361
    Annotations.of(this.service).addWarning(
      `[nac/entra-needs-rest] ${place} allows ServerConnection without RESTAPI; with Entra authentication a hub server fetches a temporary key over REST first and may get 401, so allow RESTAPI too`,
    );
  }
}
