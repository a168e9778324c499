import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { existingServiceProblems, SERVICE_ID } from './existing-service-problems';
import { IResourceGroup } from '../../core';
import { normalizeLocation } from '../../core/internal/region-name';
import { isKnown, Violations } from '../../core/internal/violations';
import { IPrincipal, Principal } from '../../identity';
import { LogWorkspaceProps } from '../../observability';
import { ServiceMode } from '../service-mode';
import { SignalRServiceAttributes } from '../signalr-service-attributes';
import { SignalRServiceBase } from '../signalr-service-base';
import { Sku } from '../sku';
import { AccessRules } from '../values/access-rules';

/** A service that others own: its access control list and its settings are not judged. */
export class ExistingSignalRService extends SignalRServiceBase {
  public readonly serviceId: string;
  public readonly hostname: string;
  public readonly location?: string;
  public readonly resourceGroup?: IResourceGroup;
  public readonly principal?: IPrincipal;
  public readonly sku?: Sku;
  public readonly _ownName: undefined;
  public readonly _provider?: TerraformProvider;
  private readonly serviceMode?: ServiceMode;

  /** @param describe gives the attributes of the service, and may define constructs in the scope that it is given */
  public constructor(scope: Construct, id: string, describe: (scope: Construct) => SignalRServiceAttributes) {
    super(scope, id);
    const known = describe(this);
    const violations = new Violations(this);
    violations.include(existingServiceProblems(this, known));
    violations.throwIfAny();

    const { location, principalId } = known;
    this.serviceId = SERVICE_ID.spelled(known.serviceId);
    this.hostname = known.hostname;
    this.location = isKnown(location) ? normalizeLocation(location) : location;
    this.resourceGroup = known.resourceGroup;
    this.sku = known.sku;
    this.serviceMode = known.serviceMode;
    this.principal = principalId === undefined ? undefined : Principal.servicePrincipal(this, 'Principal', principalId);
    this._provider = known.provider;
  }

  protected _acceptRules(endpointPath: string, rules: AccessRules): void {
    const violations = new Violations(this);
    violations.add(
      'nac/foreign-list',
      `rules (${[...rules.allowed, ...rules.denied].join(', ')}) are given for ${endpointPath}, but the access control list of an existing service belongs to its owner; leave the rules out and ask the owner to list the endpoint`,
    );
    violations.throwIfAny();
  }

  protected _newWorkspace(): LogWorkspaceProps | undefined {
    const { resourceGroup, location, _provider: provider } = this;
    return resourceGroup && { name: `log-${this._name}`, resourceGroup, location, provider };
  }

  protected _mode(): ServiceMode | undefined {
    return this.serviceMode;
  }

  protected _takesIdentities(): undefined {
    return undefined;
  }
}
