import { SignalRSetting } from './connections';
import { heldKey } from './keys';
import { settingKey } from '../../core/internal/setting-keys';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { isInVault, Setting } from '../apps/settings';
import { IDENTITY as ASSIGNED, Principals, principalsOf } from '../identity/principals';
import { Value } from '../values';

/** Credential with which an app signs in to a service. */
export enum Credential {
  KEY,
  IDENTITY,
  /** A secret or certificate of an application registration. */
  SERVICE_PRINCIPAL,
  UNKNOWN,
}

/** Sign-in of an app to a service. */
export interface SignIn {
  readonly credential: Credential;
  /**
   * Credential in words, such as `a client secret`; a clause with the value that decides, where the credential is not
   * known.
   */
  readonly how: string;
  /** Principal that the service sees, where it is, or may be, an identity of the app. */
  readonly principals: Principals;
  /** Identity that the app asks for and does not have. */
  readonly missing?: string;
}

const NOBODY: Principals = { keys: new Set(), allKnown: true };
const SYSTEM = 'SystemAssigned';

/** References may form cycles, which Terraform rejects later. */
const MAX_STEPS = 8;

/** The app whose settings are asked. */
interface Caller {
  readonly app: ModelResource;
  readonly model: TerraformModel;
  readonly settings: readonly Setting[];
}

/**
 * Returns the sign-in of an app by a setting.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/concept-connection-string
 * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#common-properties-for-identity-based-connections
 */
export function signInOf(connection: SignalRSetting, caller: Caller): SignIn {
  return connection.isUri ? byUri(connection, caller) : byString(connection, caller);
}

function byUri({ name }: SignalRSetting, caller: Caller): SignIn {
  const prefix = name.replace(/serviceUri$/i, '');
  const at = (part: string) => settingAt(caller, `${prefix}${part}`);
  const [clientId, credential] = [at('clientId'), at('credential')];
  if (!credential && at('clientSecret')) return asServicePrincipal(`${prefix}clientSecret, a client secret`);
  if (!credential && at('certificate')) return asServicePrincipal(`${prefix}certificate, a client certificate`);
  if (clientId && !clientId.isAbsent) return asUser(clientId, clientId.text, caller);
  return credential ? asSystem(caller) : byEnvironment(caller);
}

function byString({ name, value }: SignalRSetting, caller: Caller): SignIn {
  const { text } = value;
  const given = (part: string) => new RegExp(`(?:^|;)\\s*${part}\\s*=\\s*([^;]*)`, 'i').exec(text)?.[1].trim();
  const authType = /AuthType\s*=\s*([\w.]+)/i.exec(text)?.[1];
  const clientId = given('ClientId');
  switch (authType?.toLowerCase()) {
    case 'aad':
    case 'azure.app':
      if (given('ClientSecret')) return asServicePrincipal('a client secret');
      if (given('ClientCert')) return asServicePrincipal('a client certificate');
      if (authType!.toLowerCase() === 'azure.app') return asServicePrincipal('a service principal');
      break;
    case 'azure':
      return byEnvironment(caller);
    case 'azure.msi':
      break;
    default:
      return withoutAuthType(name, value, authType, caller);
  }
  return clientId ? asUser(value, clientId, caller) : asSystem(caller);
}

function withoutAuthType(name: string, value: Value, authType: string | undefined, caller: Caller): SignIn {
  if (isInVault(value)) return unknown(`${name} is in a Key Vault, so how it signs in is not known`, caller);
  if (heldKey(value) === undefined && value.isUnknown) {
    return unknown(`how ${name} signs in is only known when Terraform runs`, caller);
  }
  const how = `an access key, because AuthType is ${authType ?? 'not set'}`;
  return { credential: Credential.KEY, how, principals: NOBODY };
}

/**
 * Returns the credential that DefaultAzureCredential picks in App Service:
 * https://learn.microsoft.com/dotnet/api/azure.identity.defaultazurecredential
 */
function byEnvironment(caller: Caller): SignIn {
  if (settingAt(caller, 'AZURE_CLIENT_SECRET')) return asServicePrincipal('AZURE_CLIENT_SECRET, a client secret');
  const clientId = settingAt(caller, 'AZURE_CLIENT_ID');
  return clientId ? asUser(clientId, clientId.text, caller) : asSystem(caller);
}

function asServicePrincipal(how: string): SignIn {
  return { credential: Credential.SERVICE_PRINCIPAL, how, principals: NOBODY };
}

/** Without a client id Azure accepts the identity of the app itself, also where the app has others alone. */
function asSystem({ app }: Caller): SignIn {
  const type = app.at('identity.type');
  const how = 'its system-assigned identity';
  const isGiven = type.text.includes(SYSTEM);
  const keys = new Set(isGiven ? [app.path] : []);
  const missing = isGiven || type.isUnknown ? undefined : 'a system-assigned identity';
  return { credential: Credential.IDENTITY, how, principals: { keys, allKnown: !type.isUnknown }, missing };
}

/** @param value what the client id is part of */
function asUser(value: Value, clientId: string, { app, model }: Caller): SignIn {
  const own = principalsOf(app, model);
  const assigned = new Set([...own.keys].filter((key) => key !== app.path));
  const how = 'a user-assigned identity';
  const identity = namedBy(value) ?? identityOf(clientId, model);
  if (!identity) {
    const principals = { keys: NOBODY.keys, mayBe: assigned, allKnown: own.allKnown };
    return { credential: Credential.IDENTITY, how, principals };
  }
  const isOwn = assigned.has(identity.path);
  const keys = new Set(isOwn ? [identity.path] : []);
  const missing = isOwn || !own.allKnown ? undefined : identity.path;
  return { credential: Credential.IDENTITY, how, principals: { keys, allKnown: isOwn || own.allKnown }, missing };
}

function unknown(how: string, { app, model }: Caller): SignIn {
  const { keys, allKnown } = principalsOf(app, model);
  return { credential: Credential.UNKNOWN, how, principals: { keys: NOBODY.keys, mayBe: keys, allKnown } };
}

/** The identity whose client id a value refers to. */
function namedBy(value: Value, steps: number = 0): ModelResource | undefined {
  if (steps === MAX_STEPS) return undefined;
  for (const { resource, attribute } of value.links) {
    const named =
      resource.type === ASSIGNED && attribute === 'client_id' ? resource : namedBy(resource.at(attribute), steps + 1);
    if (named) return named;
  }
  return undefined;
}

/** The identity with a client id, where it is known, as plans and states show it. */
function identityOf(clientId: string, model: TerraformModel): ModelResource | undefined {
  return [...model.resources(ASSIGNED), ...model.dataSources(ASSIGNED)].find(
    (identity) => identity.at('client_id').knownText?.toLowerCase() === clientId.toLowerCase(),
  );
}

function settingAt({ settings }: Caller, name: string): Value | undefined {
  return settings.find((setting) => settingKey(setting.name) === settingKey(name))?.value;
}
