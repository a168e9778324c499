import { LEGACY_SITES, LOGIC_APP } from './app-types';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZAPI_TYPES } from '../azapi-types';
import { isOn } from '../values';

/** What App Service itself asks callers for, before a request reaches the code of an app. */
export interface Authentication {
  /** Whether it reads tokens at all. */
  readonly isOn: Certainty;
  /** Whether it refuses requests without a valid token. */
  readonly refusesAnonymous: Certainty;
  /** The attribute that lets them in, with its value, where one does. */
  readonly gap?: string;
}

const V2 = 'auth_settings_v2';
const LEGACY = 'auth_settings';

/**
 * The authentication of an app; the second version counts where an app has both.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-authentication-authorization
 */
export function authenticationOf(app: ModelResource, model: TerraformModel): Authentication {
  const doubt = doubtOf(app, model);
  if (doubt !== undefined) return { isOn: Certainty.maybe(doubt), refusesAnonymous: Certainty.maybe(doubt) };
  const isGiven = app.blocks(V2)?.length !== 0;
  const hasLegacy = LEGACY_SITES.includes(app.type) || app.blocks(LEGACY)?.length !== 0;
  const isV2 = isGiven || !hasLegacy;
  const enabled = isV2 ? `${V2}.auth_enabled` : `${LEGACY}.enabled`;
  const action = isV2 ? `${V2}.unauthenticated_action` : `${LEGACY}.unauthenticated_client_action`;
  const anonymous = app.at(action);
  const on = isOn(app.at(enabled), false);
  const parts: [string, Certainty][] = [
    [enabled, on],
    ...(isV2 ? [flag(app, `${V2}.require_authentication`)] : []),
    [action, Certainty.of(anonymous.isUnknown ? undefined : !anonymous.is('AllowAnonymous'), anonymous.decidedBy)],
  ];
  const [open] = parts.find(([, part]) => part.isNo) ?? [];
  return {
    isOn: on,
    refusesAnonymous: Certainty.all(parts.map(([, part]) => part)),
    gap: open && `${open} is ${app.at(open).text || 'not set'}`,
  };
}

function flag(app: ModelResource, attribute: string): [string, Certainty] {
  return [attribute, isOn(app.at(attribute), false)];
}

/** What configures authentication in another way than by attributes of the app. */
function doubtOf(app: ModelResource, model: TerraformModel): string | undefined {
  if (app.type === LOGIC_APP) return 'authentication of a Logic App, which azurerm cannot set,';
  const ofSites = model
    .resources(...AZAPI_TYPES)
    .find((each) =>
      /^microsoft\.web\/sites(?:\/slots)?(?:\/config)?(?:@|$)/i.test(
        each.at('type').knownText ?? 'microsoft.web/sites',
      ),
    );
  return ofSites && `${ofSites.path}, which changes apps by azapi,`;
}
