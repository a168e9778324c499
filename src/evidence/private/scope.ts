import { ConnectivityData } from '../../connectivity/connectivity-data';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** What a pack is about. */
export interface EvidenceScope {
  readonly model: TerraformModel;
  readonly connectivity: ConnectivityData;
  /** Whether it is about something itself, and not only about what that is connected with. */
  readonly isAsked: (resource: ModelResource) => boolean;
}

/** Whether a pack is about something of the configuration that has a key: a path, or the id of something outside of it. */
export function isAskedKey({ isAsked }: EvidenceScope, resource: ModelResource | undefined): boolean {
  return resource !== undefined && isAsked(resource);
}
