const ATTRIBUTE =
  /\b((?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+)\.[A-Za-z_][\w-]*(?:\[[^\]]*\])?\.([a-z0-9_]+(?:(?:\[[^\]]*\])?\.[a-z0-9_]+)*)/g;

/** The last part of the names of attributes with keys, connection strings and passwords. */
const SECRET =
  /(?:^|_)(?:key|connection_string|password|secret|sas|token|site_credential|kube_config|kube_admin_config)$/;

/** An Application Insights connection string tells where telemetry goes; Microsoft takes it for no secret. */
const HARMLESS = /^(?:instrumentation_key|public_key|azurerm_application_insights\.connection_string)$/;

/** Connection strings with a key, as services show them. */
const LITERAL = /\b(?:AccessKey|AccountKey|SharedAccessKey|SharedAccessSignature)=[^;"$]/i;

/** The attributes with secrets that a text refers to, such as `azurerm_signalr_service.primary_access_key`. */
export function secretAttributesIn(text: string): string[] {
  const attributes = [...text.matchAll(ATTRIBUTE)].map(([, type, path]) => ({
    type: type.replace(/^data\./, ''),
    path: path.replace(/\[[^\]]*\]/g, ''),
  }));
  return [
    ...new Set(attributes.filter(({ type, path }) => isSecret(type, path)).map(({ type, path }) => `${type}.${path}`)),
  ];
}

/** Whether a text holds a connection string with a key. */
export function holdsKey(text: string): boolean {
  return LITERAL.test(text);
}

function isSecret(type: string, path: string): boolean {
  if (type === 'azurerm_key_vault_secret' && path === 'value') return true;
  const names = path.split('.');
  const isHarmless = names.some((name) => HARMLESS.test(name)) || HARMLESS.test(`${type}.${path}`);
  return !isHarmless && names.some((name) => SECRET.test(name));
}
