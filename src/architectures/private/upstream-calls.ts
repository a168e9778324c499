import { Construct } from 'constructs';
import { ServerlessInput } from './serverless-input';
import { FunctionAppBase } from '../../appservice';
import { RegionalResourceProps } from '../../core';
import { Violations } from '../../core/internal/violations';
import { ManagedIdentity } from '../../identity';
import { SharedPrivateLink, SignalRService, Upstream, UpstreamOptions, UpstreamUrl } from '../../signalr';
import { IKeyVault, SecretReference } from '../../vault';

/** With what the service signs in to call the function app. */
export interface Caller {
  /** The vault that holds the key of the function app. */
  readonly vault: IKeyVault;
  readonly signalrIdentity: ManagedIdentity;
}

/** With what and over which links the service calls the function app. */
export interface UpstreamCalls extends Caller {
  readonly functionAppLink: SharedPrivateLink;
  readonly vaultLink: SharedPrivateLink;
}

/** Defines the identity of a service that calls. */
export function defineCaller(
  scope: Construct,
  { service }: ServerlessInput,
  regional: RegionalResourceProps,
  vault: IKeyVault,
): Caller {
  const name = service.names.of('signalrIdentity');
  return { vault, signalrIdentity: new ManagedIdentity(scope, 'SignalRIdentity', { ...regional, name }) };
}

/** Lets a service call the function app, over links to the app and to the vault that holds the key of the app. */
export function connectUpstream(
  signalr: SignalRService,
  functionApp: FunctionAppBase,
  caller: Caller,
  input: ServerlessInput,
  options: UpstreamOptions = {},
): UpstreamCalls {
  const { approval, service, functionHostname } = input;
  const key = SecretReference.of(caller.vault, input.functionKeySecret);
  const audience = options.audience ?? input.host._neededAudience;
  signalr.addUpstream(Upstream.to(UpstreamUrl.functionApp(functionHostname, key), { ...options, audience }));
  const link = (id: string, role: 'functionAppLink' | 'vaultLink', target: FunctionAppBase | IKeyVault) =>
    signalr.addSharedPrivateLink(id, { name: service.names.of(role), target, approval });
  const functionAppLink = link('function-app', 'functionAppLink', functionApp);
  return { ...caller, functionAppLink, vaultLink: link('vault', 'vaultLink', caller.vault) };
}

/** A part of an architecture whose service calls the function app; rejected where it does not. */
export function partOf<Parts, Part extends keyof Parts & string>(
  scope: Construct,
  parts: Parts | undefined,
  part: Part,
): Parts[Part] {
  if (parts) return parts[part];
  const violations = new Violations(scope);
  violations.add(
    'signalr/no-upstream-calls',
    `${part} is read, but with upstreamCalls: false the service does not call the function app, and ${part} is not defined; leave upstreamCalls out, or do not read ${part}`,
  );
  return violations.throwIfAny() as never;
}
