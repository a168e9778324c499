import { isGuid } from '../../core/internal/guid';
import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { EntraIdOptions } from '../entra-id-options';
import { UnauthenticatedAction } from '../unauthenticated-action';

/** Reports what Azure would reject in the authentication of an app, or accept but then deny every caller. */
export function entraIdProblems(options: EntraIdOptions): Problem[] {
  const { clientId, tenantId, allowedApplications = [], allowedAudiences = [] } = options;
  return withCode('appservice/authentication', [
    ...guidMessages('clientId', clientId),
    ...guidMessages('tenantId', tenantId),
    ...allowedApplications.flatMap((id) => guidMessages('allowedApplications', id)),
    ...emptyMessages(options),
    ...allowedAudiences.filter((text) => isKnown(text) && !/^\S+$/.test(text)).map(audienceMessage),
    ...pathMessages(options),
  ]);
}

function guidMessages(name: string, id: string | undefined): string[] {
  if (!isKnown(id) || isGuid(id)) return [];
  return [`"${id}" given as ${name}, which is a GUID; copy it from the overview of the app registration`];
}

/**
 * An empty list reads as if it allowed no caller, but App Service then accepts every application, or the client id
 * alone.
 */
function emptyMessages({ allowedApplications, allowedAudiences }: EntraIdOptions): string[] {
  const given = Object.entries({ allowedApplications, allowedAudiences });
  return given
    .filter(([, list]) => list?.length === 0)
    .map(
      ([name]) => `${name} is an empty list, which App Service reads as no list; name at least one, or leave it out`,
    );
}

function audienceMessage(audience: string): string {
  return `"${audience}" is not an audience; use the application id URI of the app registration, such as api://CLIENT-ID`;
}

function pathMessages({ excludedPaths = [], unauthenticatedAction }: EntraIdOptions): string[] {
  if (excludedPaths.length > 0 && unauthenticatedAction === UnauthenticatedAction.ALLOW_ANONYMOUS) {
    return ['excludedPaths given, but ALLOW_ANONYMOUS lets every request through; leave one of them out'];
  }
  return excludedPaths
    .filter((path) => isKnown(path) && !/^\/[^\s?#]*$/.test(path))
    .map((path) => `"${path}" is not a path; begin it with a slash, and leave out host name and query`);
}
