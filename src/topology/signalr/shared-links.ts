import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { LinkKind } from '../privatelink/link-kind';
import { Value } from '../values';

/** A private link over which a SignalR service calls something. */
export interface SharedLink {
  readonly link: ModelResource;
  /** Its target. */
  readonly target: Target;
  /** The request message, which the owner of the target reads. */
  readonly message: Value;
}

/** Reads the parts of a shared private link. */
export function sharedLinkOf(link: ModelResource, model: TerraformModel): SharedLink {
  const id = link.at('target_resource_id');
  const target = [LinkKind.SITES, LinkKind.VAULT].map((kind) => kind.target(model, id)).find(Boolean);
  return { link, target: target ?? model.target(id), message: link.at('request_message') };
}
