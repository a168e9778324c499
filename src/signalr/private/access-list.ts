import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { IConstruct } from 'constructs';
import { isKnown, Problem, Violations } from '../../core/internal/violations';
import { warn } from '../../engine/warn';
import { IPrivateEndpoint } from '../../privatelink';
import { AccessRules } from '../values/access-rules';
import { NetworkAccess } from '../values/network-access';
import { NetworkOrigin } from '../values/network-origin';
import { RequestType } from '../values/request-type';

const ENDPOINT_ID =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Network\/privateEndpoints\/[^/]+$/;

/** The one access control list of a service, which grows with the service's endpoints. */
export class AccessList {
  private readonly endpoints: IPrivateEndpoint[] = [];
  private readonly rules = new Map<IPrivateEndpoint, AccessRules>();
  private readonly rulesOfNext = new Map<string, AccessRules>();

  public constructor(
    private readonly service: IConstruct,
    private readonly access: NetworkAccess,
    private readonly resource: SignalrServiceNetworkAcl,
    private readonly usesEntra: boolean,
  ) {
    this.warnWithoutRest(NetworkOrigin.publicNetwork(), 'the public network');
  }

  /** Takes the rules of an endpoint that is about to be added. */
  public acceptRules(endpointPath: string, rules: AccessRules): void {
    const violations = new Violations(this.service);
    violations.include(this.ruleProblems(endpointPath, rules));
    violations.throwIfAny();
    this.rulesOfNext.set(endpointPath, rules);
  }

  /** Gives an endpoint rules of its own, and lists it if it is not listed yet. */
  public addRules(endpoint: IPrivateEndpoint, rules: AccessRules): void {
    const isListed = this.endpoints.includes(endpoint);
    const violations = new Violations(this.service);
    violations.include(this.ruleProblems(endpoint.node.path, rules));
    violations.include(isListed ? this.secondListProblems(endpoint) : this.endpointProblems(endpoint));
    violations.throwIfAny();
    this.rules.set(endpoint, rules);
    if (isListed) this.write(endpoint);
    else this.add(endpoint);
  }

  public add(endpoint: IPrivateEndpoint): void {
    const { path } = endpoint.node;
    const rules = this.rulesOfNext.get(path);
    if (rules) this.rules.set(endpoint, rules);
    this.rulesOfNext.delete(path);
    this.endpoints.push(endpoint);
    this.write(endpoint);
  }

  /** Reports that the list denies every client, or the readers of live traces. */
  public problems(isTraced: boolean): Problem[] {
    const problems: Problem[] = [];
    if (!Object.values(RequestType).some((type) => this.opens(type))) {
      problems.push({
        code: 'nac/nobody-can-connect',
        message: `neither the public network nor any of ${this.endpoints.length} private endpoints allows any request; add an endpoint or allow request types`,
      });
    }
    if (isTraced && !this.opens(RequestType.TRACE)) {
      const message =
        'live trace is on, but no network allows Trace, so no one can read the trace; allow RequestType.TRACE or leave liveTrace out';
      problems.push({ code: 'nac/trace-unreachable', message });
    }
    return problems;
  }

  /** Every endpoint is listed: an unlisted one is blocked, and shows as drift in every plan. */
  private write(changed: IPrivateEndpoint): void {
    this.resource.putPrivateEndpoint(
      this.endpoints.map((endpoint) => ({ id: endpoint.privateEndpointId, ...this.rulesOf(endpoint)._render() })),
    );
    this.warnWithoutRest(NetworkOrigin.privateEndpoint(this.rulesOf(changed)), `private endpoint ${changed.node.id}`);
  }

  private ruleProblems(endpointPath: string, rules: AccessRules): Problem[] {
    const id = endpointPath.slice(endpointPath.lastIndexOf('/') + 1);
    return this.access._listProblems(rules, `private endpoint ${id}`);
  }

  /** azurerm compares ids letter by letter, and passes over an entry that no connection of the service matches. */
  private endpointProblems({ node, privateEndpointId: id, target }: IPrivateEndpoint): Problem[] {
    const problems: Problem[] = [];
    if (target && target !== this.service) {
      const message = `rules are given for ${node.path}, which connects to ${target.node.path}; give rules for an endpoint of this service`;
      problems.push({ code: 'nac/unknown-endpoint', message });
    }
    if (isKnown(id) && !ENDPOINT_ID.test(id)) {
      const message = `"${id}" is not the id of a private endpoint in Azure's own letter case, so azurerm would ignore the rules; use /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/privateEndpoints/NAME`;
      problems.push({ code: 'nac/endpoint-id', message });
    }
    const same = this.endpoints.find((endpoint) => endpoint.privateEndpointId.toLowerCase() === id.toLowerCase());
    if (same) {
      const message = `${node.path} is listed as ${same.node.path} already, and only one of the two would apply; use one of them`;
      problems.push({ code: 'nac/duplicate-endpoint', message });
    }
    return problems;
  }

  /** A second list would replace the first, and might let in what that keeps out. */
  private secondListProblems(endpoint: IPrivateEndpoint): Problem[] {
    const rules = this.rules.get(endpoint);
    if (!rules) return [];
    const message = `${endpoint.node.path} has rules of its own already (${listed(rules)}), which these would replace; give them once`;
    return [{ code: 'nac/duplicate-endpoint', message }];
  }

  private opens(type: RequestType): boolean {
    const endpoints = this.endpoints.map((endpoint) => NetworkOrigin.privateEndpoint(this.rulesOf(endpoint)));
    return [NetworkOrigin.publicNetwork(), ...endpoints].some((origin) => this.access.evaluate(origin, type).allowed);
  }

  private rulesOf(endpoint: IPrivateEndpoint): AccessRules {
    return this.rules.get(endpoint) ?? this.access.privateEndpoints;
  }

  private warnWithoutRest(origin: NetworkOrigin, place: string): void {
    if (!this.usesEntra || !this.access._lacksRest(origin)) return;
    // https://github.com/Azure/azure-signalr/issues/1361
    warn(
      this.service,
      'nac/entra-needs-rest',
      `${place} allows ServerConnection without RESTAPI; with Entra authentication a hub server fetches a temporary key over REST first and may get 401, so allow RESTAPI too`,
    );
  }
}

/** The lists of an endpoint, as messages name them. */
function listed({ allowed, denied }: AccessRules): string {
  const types = [...allowed, ...denied];
  const verb = denied.length > 0 ? 'denied' : 'allowed';
  return types.length > 0 ? `${types.join(', ')} ${verb}` : 'nothing named';
}
