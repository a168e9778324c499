import { FoundResources } from './found-resources';
import { JudgedResource } from './judged-resource';
import { doubtOf } from './private/own/given';
import { Reading } from './private/own/reading';
import { referrersOf, targetIn } from './private/own/references';
import { SecurityProfile } from './security-profile';
import { checkInput } from '../core/internal/input/check-input';
import { ModelResource } from '../model/model-resource';
import { TerraformModel } from '../model/terraform-model';

const CONNECTION = 'private_service_connection.private_connection_resource_id';

/** Configuration around the resource that a rule judges: all stacks of the app, without data sources. */
export class JudgedConfiguration {
  /** @internal */
  public static _of(
    model: TerraformModel,
    profile: SecurityProfile,
    judged: ModelResource,
    reading: Reading,
  ): JudgedConfiguration {
    return new JudgedConfiguration(model, profile, judged, reading);
  }

  private constructor(
    private readonly model: TerraformModel,
    /** The architecture that the resource is held to. */
    public readonly profile: SecurityProfile,
    private readonly judged: ModelResource,
    private readonly reading: Reading,
  ) {}

  /** The resources of some types, such as `azurerm_subnet`. */
  public resources(...types: string[]): FoundResources {
    checkInput('compliance.JudgedConfiguration.resources', arguments);
    const all = this.model.resources(...types);
    const certain = all.filter(({ presence }) => presence.isYes);
    return this.found(certain, all.find(({ presence }) => presence.isMaybe)?.presence.because);
  }

  /**
   * The resources of some types that refer to a resource.
   *
   * @param resource what they refer to
   * @param attribute what has its id or its name, or a list of ids, such as `scope`
   * @param types their types, such as `azurerm_management_lock`
   */
  public referringTo(resource: JudgedResource, attribute: string, ...types: string[]): FoundResources {
    checkInput('compliance.JudgedConfiguration.referringTo', arguments);
    const referrers = referrersOf(this.model, resource.type, attribute, types);
    return this.found(referrers.to(resource.path), referrers.doubtOf(resource.path));
  }

  /** The private endpoints that connect to a resource. */
  public privateEndpointsOf(resource: JudgedResource): FoundResources {
    checkInput('compliance.JudgedConfiguration.privateEndpointsOf', arguments);
    return this.referringTo(resource, CONNECTION, 'azurerm_private_endpoint');
  }

  /**
   * The resource of the configuration whose id or name an attribute has; empty where it is another resource.
   *
   * @param resource what has the attribute
   * @param attribute such as `service_plan_id`
   * @param types types that the attribute may refer to
   */
  public referredBy(resource: JudgedResource, attribute: string, ...types: string[]): FoundResources {
    checkInput('compliance.JudgedConfiguration.referredBy', arguments);
    const { value, doubt } = resource.at(attribute)._given;
    if (doubt !== undefined || !value) return this.found([], doubt);
    const targets = types.flatMap((type) => targetIn(this.model, resource._resource, value, type) ?? []);
    const certain = targets.flatMap((target) => target.resource ?? []);
    const unknown = certain.length > 0 ? undefined : targets.find(({ isUnknown }) => isUnknown);
    return this.found(certain, unknown && (doubtOf(resource.at(attribute)._given) ?? unknown.because));
  }

  private found(certain: readonly ModelResource[], doubt: string | undefined): FoundResources {
    const seen = certain.map((each) => JudgedResource._of(each, this.reading, each === this.judged ? '' : undefined));
    return FoundResources._of(seen, doubt, this.reading);
  }
}
