import { LEGACY_SITES, LOGIC_APP } from './app-types';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZAPI_TYPES } from '../azapi-types';
import { isOn, Value } from '../values';

/** Credentials that App Service asks of callers, before a request reaches the code of an app. */
export interface Authentication {
  /** Reports whether App Service reads tokens at all. */
  readonly isOn: Certainty;
  /** Reports whether App Service rejects requests without a valid token. */
  readonly refusesAnonymous: Certainty;
  /** The attribute that allows them, with its value, where one does. */
  readonly gap?: string;
}

const V2 = 'auth_settings_v2';
const LEGACY = 'auth_settings';
const ENTRA_ID = `${V2}.active_directory_v2`;

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

/**
 * Reports whether requests of a path reach the code without a token. Azure does not say whether what is below a path
 * does.
 */
export function isExempt(app: ModelResource, path: string): Certainty {
  const excluded = app.at(`${V2}.excluded_paths`);
  if (excluded.isAbsent) return Certainty.NO;
  if (!excluded.elements) return Certainty.maybe(excluded.decidedBy);
  return Certainty.any(
    excluded.elements.map(({ text, isUnknown, decidedBy }) => {
      if (isUnknown) return Certainty.maybe(decidedBy);
      const isBelow = path.toLowerCase().startsWith(text.toLowerCase().replace(/\*$/, ''));
      return isBelow ? Certainty.maybe(`${V2}.excluded_paths`) : Certainty.NO;
    }),
  );
}

/** Reports whether an app accepts tokens of Microsoft Entra ID for an audience. */
export function acceptsAudience(app: ModelResource, audience: Value): Certainty {
  const clientId = app.at(`${ENTRA_ID}.client_id`);
  const key = audience.text.toLowerCase();
  if (clientId.text.toLowerCase() === key) return Certainty.YES;
  if (clientId.isAbsent || clientId.isUnknown) return Certainty.maybe(`${ENTRA_ID}.client_id`);
  if (audience.isUnknown) return Certainty.maybe(audience.decidedBy);
  const allowed = app.at(`${ENTRA_ID}.allowed_audiences`);
  if (allowed.isAbsent) return Certainty.NO;
  return Certainty.any(
    allowed.elements?.map(({ text, isUnknown, decidedBy }) =>
      isUnknown ? Certainty.maybe(decidedBy) : Certainty.of(text.toLowerCase() === key),
    ) ?? [Certainty.maybe(allowed.decidedBy)],
  );
}

function flag(app: ModelResource, attribute: string): [string, Certainty] {
  return [attribute, isOn(app.at(attribute), false)];
}

/** Returns the setting that configures authentication in another way than attributes of the app. */
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
