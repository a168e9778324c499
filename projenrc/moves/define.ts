import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { StackJson } from './bodies';
import {
  AppHost,
  AppNetwork,
  AppNetworkOptions,
  FunctionHost,
  FunctionHostOptions,
  Negotiation,
  SecureServerlessSignalR,
  SecureServerlessSignalRProps,
  SecureSignalRApp,
  SecureSignalRAppProps,
  signalr,
  WebAppHostOptions,
} from '../../src';

/** An option that has one value, then another one. */
export interface Case {
  /** In words, where the option has other changes with other outcomes. */
  readonly change?: string;
  readonly before: (stack: TerraformStack) => unknown;
  readonly after: (stack: TerraformStack) => unknown;
}

/** Props, or what makes them in a stack. */
type Given<T> = T | ((stack: TerraformStack) => T);

/** Two values of an option, and what changes in words. */
type CaseOf<T> = (before: Given<T>, after: Given<T>, change?: string) => Case;

/** A case of what takes `T`, where a function defines an architecture with it. */
function caseOf<T>(define: (value: T, stack: TerraformStack) => unknown): CaseOf<T> {
  const defined = (value: Given<T>) => (stack: TerraformStack) =>
    define(typeof value === 'function' ? (value as (stack: TerraformStack) => T)(stack) : value, stack);
  return (before, after, change) => ({ change, before: defined(before), after: defined(after) });
}

const newApp = (props: Partial<SecureSignalRAppProps>, stack: TerraformStack) =>
  new SecureSignalRApp(stack, 'Chat', { location: 'centralus', ...props });

export const app = caseOf<Partial<SecureSignalRAppProps>>(newApp);

export const serverless = caseOf<Partial<SecureServerlessSignalRProps>>(
  (props, stack) => new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', ...props }),
);

export const network = caseOf<AppNetworkOptions>((options, stack) =>
  newApp({ network: AppNetwork.define(options) }, stack),
);

export const webApp = caseOf<WebAppHostOptions>((options, stack) =>
  newApp({ host: AppHost.linuxWebApp(options) }, stack),
);

export const functions = caseOf<FunctionHostOptions>(
  (options, stack) =>
    new SecureServerlessSignalR(stack, 'Chat', {
      location: 'centralus',
      host: FunctionHost.linux(options),
      // The tables are of that one app.
      negotiation: Negotiation.privateFunctionApp(),
    }),
);

export const service = caseOf<signalr.SignalRServiceSettings>((signalrSettings, stack) =>
  newApp({ signalrSettings }, stack),
);

/** The stack of an architecture, without the checks of synth, which do not change it. */
export function synthesized(define: Case['before'], context?: Record<string, unknown>): StackJson {
  const stack = new TerraformStack(Testing.app({ context }), 'Prod');
  new AzurermProvider(stack, 'azurerm', { features: [{}], storageUseAzuread: true });
  define(stack);
  return JSON.parse(Testing.synth(stack));
}
