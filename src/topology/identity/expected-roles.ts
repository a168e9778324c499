import { Assignment } from './assignment';
import { Certainty } from '../../core/internal/certainty';
import { ElementKind } from '../../model/model-source';
import { TerraformModel } from '../../model/terraform-model';

/** Outputs that ask another team for roles: `identity.ExpectedRoles` writes them, as lists of arguments. */
const NAME = /^output\.(?:.*-)?expected-roles$/;

/** Roles that outputs of a configuration ask another team to assign. */
export interface ExpectedRoles {
  /** Role assignments that may be there: whether the other team made them, the configuration does not say. */
  readonly assignments: readonly Assignment[];
  /** Reason why more roles may be expected; `undefined` where all can be read. */
  readonly doubt?: string;
}

/** The roles that the configuration asks another team for. */
export function expectedRolesOf(model: TerraformModel): ExpectedRoles {
  const lists = model
    .resources(ElementKind.OUTPUT)
    .filter(({ place }) => NAME.test(place.address))
    .map((output) => ({ output, roles: output.blocks('value') }));
  const unread = lists.find(({ roles }) => roles === undefined)?.output;
  return {
    assignments: lists.flatMap(({ output: { path, type }, roles = [] }) => {
      const presence = Certainty.maybe(`${path} lists the role for another team, which may have assigned it or not`);
      return roles.map((role): Assignment => ({ path, type, presence, at: (name) => role.at(name) }));
    }),
    doubt: unread && `which roles ${unread.path} lists for another team is only known when Terraform runs`,
  };
}
