import { Token } from 'cdktf';
import { LOST_NAME } from '../../core/internal/lost-name';
import { isKnown, Problem } from '../../core/internal/violations';
import { SecretReference } from '../../vault';

/** Settings that azurerm refuses, because properties of the app set them. */
const RESERVED = new Set([
  'DOCKER_REGISTRY_SERVER_URL',
  'DOCKER_REGISTRY_SERVER_USERNAME',
  'DOCKER_REGISTRY_SERVER_PASSWORD',
  'DIAGNOSTICS_AZUREBLOBCONTAINERSASURL',
  'DIAGNOSTICS_AZUREBLOBRETENTIONINDAYS',
  'WEBSITE_HTTPLOGGING_CONTAINER_URL',
  'WEBSITE_HTTPLOGGING_RETENTION_DAYS',
  'WEBSITE_VNET_ROUTE_ALL',
  'WEBSITE_HEALTHCHECK_MAXPINGFAILURES',
  'SPRING.DATASOURCE.PASSWORD',
  'SPRING.DATASOURCE.URL',
  'SPRING.DATASOURCE.USERNAME',
]);

const KEY_VAULT_REFERENCE = /^@Microsoft\.KeyVault\(.+\)$/;

const SECRETS = [
  // A part of a connection string, or of a shared access signature.
  /(^|[;?&])\s*(AccountKey|SharedAccessKey|AccessKey|SharedAccessSignature|Password|Pwd|ClientSecret|sig|code)\s*=\s*[^;&\s]/i,
  // User name and password in a URL.
  /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/i,
  // The base64 keys of 32 or 64 bytes that Azure hands out.
  /^[A-Za-z0-9+/]{43}=$/,
  /^[A-Za-z0-9+/]{86}==$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A JSON web token.
  /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/,
];

/** Settings that azurerm refuses, and values that look like secrets; the values themselves are never repeated. */
export function appSettingProblems(settings: Readonly<Record<string, string>>): Problem[] {
  if (Token.isUnresolved(settings)) {
    const message =
      'the app settings are only known as a whole when Terraform runs, but services add their own at synth; give names, whose values may be unknown';
    return [{ code: 'appservice/unknown-settings', message }];
  }
  return Object.entries(settings).flatMap(([name, value]) => {
    const problems = reservedProblems(name);
    if (looksLikeSecret(value)) {
      const message = `the value of app setting ${name} looks like a key, password or connection string with a key; sign in with the app's identity, or refer to a Key Vault secret`;
      problems.push({ code: 'appservice/secret-setting', message });
    }
    return problems;
  });
}

function looksLikeSecret(value: string): boolean {
  if (!isKnown(value) || KEY_VAULT_REFERENCE.test(value)) return false;
  return SECRETS.some((pattern) => pattern.test(value));
}

/** What Azure would refuse in settings from Key Vaults, and names that are taken by plain settings. */
export function secretSettingProblems(
  secrets: Readonly<Record<string, SecretReference>>,
  settings: Readonly<Record<string, string>>,
): Problem[] {
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const problems = [...reservedProblems(name), ...secret._problems()];
    if (!Token.isUnresolved(settings) && Object.hasOwn(settings, name)) {
      const message = `app setting ${name} is given both in appSettings and in secretSettings; give it once`;
      problems.push({ code: 'appservice/setting-conflict', message });
    }
    return problems;
  });
}

/**
 * The value of a setting that App Service fetches from a Key Vault.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
 */
export function keyVaultReference(secret: SecretReference): string {
  return `@Microsoft.KeyVault(SecretUri=${secret.secretUri})`;
}

function reservedProblems(name: string): Problem[] {
  if (name === LOST_NAME) {
    const message = `cdktf drops the app setting ${name}; use another name`;
    return [{ code: 'appservice/reserved-setting', message }];
  }
  if (!RESERVED.has(name.toUpperCase())) return [];
  const message = `azurerm rejects the app setting ${name}; use the property of the app that sets it`;
  return [{ code: 'appservice/reserved-setting', message }];
}
