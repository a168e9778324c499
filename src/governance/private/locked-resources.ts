import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { Address, referencesIn } from '../../core/internal/expressions';
import { ConstructModel } from '../../model/construct-model';
import { ModelResource } from '../../model/model-resource';
import { ElementKind } from '../../model/model-source';
import { ModelValue } from '../../model/model-value';
import { sharedModel } from '../../model/synth-model';
import { Scope } from '../../topology/identity/scope';

/** Resources that a lock covers. The lock itself is never read, because it waits for what is found here. */
export class LockedResources {
  private readonly model: ConstructModel;
  private readonly id: ModelValue<ModelResource>;
  private readonly scope: Scope;

  public constructor(
    private readonly lock: IConstruct,
    scopeId: string,
    provider: string = '',
  ) {
    this.model = sharedModel(lock);
    this.id = this.model.read(lock, scopeId);
    this.scope = new Scope(this.id, provider, this.model);
  }

  /**
   * Addresses of all resources in the stack of the lock that are in its scope, or refer to what is, or to the scope.
   */
  public get addresses(): string[] {
    const stack = TerraformStack.of(this.lock).node.path;
    const others = this.model.select(
      ({ place }) =>
        place.kind === ElementKind.RESOURCE && place.type !== 'azurerm_management_lock' && place.stack === stack,
    );
    const referring = referringTo(others);
    const found = new Set(others.filter((other) => this.scope.covers(other).isYes));
    const group = others.find((other) => other === this.id.resource);
    if (group) found.add(group);
    // A set also hands out what is added to it on the way.
    found.forEach((each) => referring.get(each.place.address)?.forEach((next) => found.add(next)));
    return [...found].map(({ place }) => place.address);
  }

  /** Paths of the SignalR services that the lock is known to cover. */
  public get services(): string[] {
    const services = this.model.resources('azurerm_signalr_service');
    return services.filter((service) => this.scope.covers(service).isYes).map(({ path }) => path);
  }
}

/** The resources that refer to each address of their own stack. */
function referringTo(resources: readonly ModelResource[]): ReadonlyMap<string, ModelResource[]> {
  const referring = new Map<string, ModelResource[]>();
  resources.forEach((resource) =>
    addressesOf(resource).forEach(({ resource: address }) => {
      const known = referring.get(address);
      if (known) known.push(resource);
      else referring.set(address, [resource]);
    }),
  );
  return referring;
}

function addressesOf(resource: ModelResource): Address[] {
  const bodies = resource.names.map((name) => resource.at(name).json);
  return referencesIn(JSON.stringify(bodies)).filter(({ stack }) => stack === undefined);
}
