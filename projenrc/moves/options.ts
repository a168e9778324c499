import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const SRC = join(__dirname, '..', '..', 'src');

/** The options of one table, and the interfaces that declare them. */
export interface OptionGroup {
  readonly title: string;
  /** Files below `src`, each with the interfaces whose members are the options. */
  readonly declared: Readonly<Record<string, readonly string[]>>;
}

/** The options of the architectures by the places where they are given, as docs/options.md has them. */
export const GROUPS: readonly OptionGroup[] = [
  {
    title: 'Of both architectures',
    declared: { 'architectures/secure-signalr-options.ts': ['SecureSignalROptions'] },
  },
  {
    title: 'Of `SecureSignalRApp`',
    declared: { 'architectures/secure-signalr-app-props.ts': ['SecureSignalRAppProps'] },
  },
  {
    title: 'Of `SecureServerlessSignalR`',
    declared: { 'architectures/secure-serverless-signalr-props.ts': ['SecureServerlessSignalRProps'] },
  },
  {
    title: 'Of `AppNetwork.define`',
    declared: { 'architectures/app-network-options.ts': ['AppNetworkOptions'] },
  },
  {
    title: 'Of `AppHost.linuxWebApp` and `windowsWebApp`',
    declared: {
      'architectures/app-host-options.ts': ['WebAppHostOptions'],
      'architectures/host-options.ts': ['HostOptions'],
      'appservice/app-props.ts': ['AppOptions'],
      'appservice/web-app-props.ts': ['WebAppOptions'],
    },
  },
  {
    title: 'Of `FunctionHost.linux`, `windows` and `flexConsumption`',
    declared: {
      'architectures/function-host-options.ts': ['FunctionHostOptions'],
      'appservice/function-app-props.ts': ['FunctionAppOptions'],
    },
  },
  {
    title: 'Of `signalrSettings`',
    declared: {
      'signalr/signalr-service-settings.ts': ['SignalRServiceSettings'],
      'signalr/signalr-service-azapi-settings.ts': ['SignalRServiceAzapiSettings'],
    },
  },
];

/** An option with the text above it, as one line. */
export interface DeclaredOption {
  readonly name: string;
  readonly text: string;
}

/** The options of a group, in the order of their declaration. */
export function optionsOf({ declared }: OptionGroup): DeclaredOption[] {
  return Object.entries(declared).flatMap(([file, interfaces]) => {
    const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2020, true);
    return source.statements
      .filter(ts.isInterfaceDeclaration)
      .filter(({ name }) => interfaces.includes(name.text))
      .flatMap(({ members }) => members.filter(ts.isPropertySignature))
      .map((member) => ({ name: (member.name as ts.Identifier).text, text: textOf(member, source) }));
  });
}

function textOf(member: ts.PropertySignature, source: ts.SourceFile): string {
  const [first] = ts.getLeadingCommentRanges(source.text, member.getFullStart()) ?? [];
  return first ? source.text.slice(first.pos, first.end).replace(/\s*\n\s*\*?\s*/g, ' ') : '';
}
