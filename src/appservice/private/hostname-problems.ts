import { isKnown, Problem } from '../../core/internal/violations';
import { AppProps } from '../app-props';
import { FLEX_FUNCTION_APP } from '../internal/app-kind';

const LONGEST_OF_MANAGED = 64;
const PLACES = 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules';

/** Problems of the name of a certificate: {@link PLACES}. */
export function certificateNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^(?=.{1,260}$)[^/]*[^/ .]$/s.test(name)) return [];
  const message = `"${name}" cannot be the name of a certificate; use 1 to 260 characters, none of them a slash, not ending with a space or period`;
  return [{ code: 'appservice/certificate-name', message }];
}

/**
 * Azure binds certificates to no app on Flex Consumption, and browsers reject a host name without one.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#considerations
 */
export function flexHostnameProblems(resourceType: string): Problem[] {
  if (resourceType !== FLEX_FUNCTION_APP.resourceType) return [];
  const message =
    'function apps on Flex Consumption have no certificates for host names of their own; use PlanSku.EP1 or PlanSku.P0V3, or a proxy before the app';
  return [{ code: 'appservice/hostname-on-flex', message }];
}

/**
 * Problems that keep App Service from making a certificate by itself. It asks no longer for an app that the internet
 * reaches, but for public records.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-ssl-certificate#create-a-free-managed-certificate
 * @see https://learn.microsoft.com/azure/app-service/app-service-managed-certificate-changes-july-2025
 */
export function managedCertificateProblems(hostname: string, isBehindProxy: boolean, app: AppProps): Problem[] {
  const reasons: string[] = [];
  if (isKnown(hostname) && hostname.length > LONGEST_OF_MANAGED) {
    reasons.push(`"${hostname}" has more than ${LONGEST_OF_MANAGED} characters`);
  }
  if (isBehindProxy) reasons.push('the name resolves to a proxy, and must resolve to the app');
  if (app.servicePlan.environment) reasons.push('the app is in an App Service Environment');
  return reasons.map((reason) => ({
    code: 'appservice/managed-certificate' as const,
    message: `${reason}, so App Service makes no managed certificate; give a certificate of a Key Vault with addCertificate(...)`,
  }));
}
