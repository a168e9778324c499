import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { tellFacts } from './service-facts';
import { IResourceGroup } from '../../core';
import { Violations } from '../../core/private/violations';
import { IPrincipal } from '../../identity';
import { LogWorkspaceProps } from '../../observability';
import { AccessRules } from '../access-rules';
import { SignalRServiceBase } from '../signalr-service-base';
import { Sku } from '../sku';

/** What is known of a service that others own. */
export interface ExistingService {
  readonly serviceId: string;
  readonly hostname: string;
  readonly location?: string;
  readonly resourceGroup?: IResourceGroup;
  readonly principal?: IPrincipal;
  readonly provider?: TerraformProvider;
}

/** A service that others own: its access control list and its settings are not judged. */
export class ExistingSignalRService extends SignalRServiceBase {
  public readonly serviceId: string;
  public readonly hostname: string;
  public readonly location?: string;
  public readonly resourceGroup?: IResourceGroup;
  public readonly principal?: IPrincipal;
  public readonly sku?: Sku;
  protected readonly _name: string;
  protected readonly _provider?: TerraformProvider;

  /** @param describe tells of the service, and may define constructs in the scope that it is given */
  public constructor(scope: Construct, id: string, describe: (scope: Construct) => ExistingService) {
    super(scope, id);
    this._name = id;
    const known = describe(this);
    this.serviceId = known.serviceId;
    this.hostname = known.hostname;
    this.location = known.location;
    this.resourceGroup = known.resourceGroup;
    this.principal = known.principal;
    this._provider = known.provider;
    tellFacts(this, { provider: known.provider });
  }

  protected _acceptRules(endpointPath: string, rules: AccessRules): void {
    const violations = new Violations(this);
    violations.add(
      'nac/foreign-list',
      `rules (${[...rules.allowed, ...rules.denied].join(', ')}) are given for ${endpointPath}, but the access control list of an existing service stays with its owner; leave the rules out and ask the owner to list the endpoint`,
    );
    violations.throwIfAny();
  }

  protected _newWorkspace(): LogWorkspaceProps | undefined {
    const { resourceGroup, location } = this;
    return resourceGroup && { name: `log-${this._name}`, resourceGroup, location };
  }

  protected _mode(): undefined {
    return undefined;
  }

  protected _takesIdentities(): undefined {
    return undefined;
  }

  protected _allows(): undefined {
    return undefined;
  }
}
