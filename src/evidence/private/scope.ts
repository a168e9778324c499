import { ConnectivityData } from '../../connectivity/connectivity-data';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** Subject of a pack. */
export interface EvidenceScope {
  readonly model: TerraformModel;
  readonly connectivity: ConnectivityData;
  /** Reports whether the pack is about the subject itself, and not only about what is connected with it. */
  readonly isAsked: (resource: ModelResource) => boolean;
}

/** Reports whether a pack is about the owner of a key: a path of the configuration, or the id of a resource outside of it. */
export function isAskedKey({ isAsked }: EvidenceScope, resource: ModelResource | undefined): boolean {
  return resource !== undefined && isAsked(resource);
}
