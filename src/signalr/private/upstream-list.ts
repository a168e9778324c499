import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { IConstruct } from 'constructs';
import { upstreamCycleProblems } from './upstream-cycle';
import { sharedMatch } from './upstream-match';
import { waitFor } from '../../core/internal/ordering';
import { Problem, Violations } from '../../core/internal/violations';
import { IPrincipal, RoleAssignment } from '../../identity';
import { awaitRole } from '../../identity/internal/grant-once';
import { ServiceIdentity } from '../service-identity';
import { ServiceMode } from '../service-mode';
import { Upstream } from '../upstream';

/** Facts that upstreams need about their service before it is defined. */
export interface UpstreamService {
  readonly serviceMode: ServiceMode;
  readonly identity?: ServiceIdentity;
}

/** Problems with upstreams that are to be added to those that a service has already. */
export function upstreamProblems(
  service: UpstreamService,
  added: readonly Upstream[],
  present: readonly Upstream[] = [],
): Problem[] {
  const problems: Problem[] = [];
  if (added.length > 0 && service.serviceMode !== ServiceMode.SERVERLESS) {
    const message = `upstreams are given, but the service is in ${service.serviceMode} mode, which calls no upstreams; use ServiceMode.SERVERLESS`;
    problems.push({ code: 'signalr/upstream-requires-serverless', message });
  }
  added.forEach((upstream, index) => {
    const others = [...present, ...added.slice(0, index)];
    problems.push(...upstream._problems());
    if (!service.identity) problems.push(...identityProblems(upstream));
    problems.push(...others.flatMap((other) => overlapProblems(upstream, other)));
  });
  return problems;
}

function identityProblems({ url, audience }: Upstream): Problem[] {
  const advice = 'give it ServiceIdentity.userAssigned(...) or ServiceIdentity.systemAssigned()';
  const problems: Problem[] = [];
  if (url.secrets.length > 0) {
    const message = `"${url._shown}" contains a secret of a Key Vault, but the service has no identity that could read it; ${advice}`;
    problems.push({ code: 'signalr/upstream-identity', message });
  }
  if (audience !== undefined) {
    const message = `"${url._shown}" has an audience, but the service has no identity to sign in with; ${advice}`;
    problems.push({ code: 'signalr/upstream-audience', message });
  }
  return problems;
}

function overlapProblems(one: Upstream, other: Upstream): Problem[] {
  const match = sharedMatch(one._patterns, other._patterns);
  if (!match) return [];
  const message = `"${other.url._shown}" and "${one.url._shown}" both match event "${match.event}" of category "${match.category}" in hub "${match.hub}", and azurerm does not keep their order; narrow one of them`;
  return [{ code: 'signalr/upstream-overlap', message }];
}

/** The upstreams of a service, and what its identity is granted for them. */
export class UpstreamList {
  private readonly upstreams: Upstream[] = [];
  private readonly awaited = new Set<RoleAssignment>();

  public constructor(
    private readonly construct: IConstruct & { readonly principal?: IPrincipal },
    private readonly service: UpstreamService,
    private readonly resource: SignalrService,
  ) {}

  public add(upstream: Upstream): void {
    const violations = new Violations(this.construct);
    violations.include(upstreamProblems(this.service, [upstream], this.upstreams));
    violations.throwIfAny();
    this.upstreams.push(upstream);
    this.resource.putUpstreamEndpoint(this.upstreams.map((each) => each._render()));
    upstream.url.secrets.forEach(({ vault }) => this.awaitGrant(vault.grantSecretsUser(this.construct.principal!)));
  }

  /** Reports why Terraform could not create the service, once all upstreams are known. */
  public problems(): Problem[] {
    return upstreamCycleProblems(this.resource, this.upstreams);
  }

  /**
   * Makes the service wait for a role of its user-assigned identity, so that it can read secrets at once.
   *
   * A role of the system-assigned identity names the service and comes after it. The service then reads the secrets at
   * its next look, 30 minutes later at most.
   *
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-upstream#key-vault-secret-reference-in-url-template-settings
   */
  private awaitGrant(grant: RoleAssignment): void {
    if (!this.service.identity!.managedIdentity || this.awaited.has(grant)) return;
    this.awaited.add(grant);
    awaitRole(grant, (assignment) => waitFor(this.resource, assignment));
  }
}
