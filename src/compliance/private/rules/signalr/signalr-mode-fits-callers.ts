import { CallerKind } from '../../../../topology/signalr/callers';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** A service in Default mode needs a hub server, and one in Serverless mode rejects it. */
export const signalRModeFitsCallers: Rule = {
  id: 'SIG9',
  name: 'SignalRModeFitsCallers',
  severity: Severity.WARNING,
  types: ['azurerm_signalr_service'],
  controls: {},
  summary: 'The mode of the SignalR service fits the apps that call it.',
  explanation:
    'In Default mode clients can connect only while a hub server is connected; functions and callers of the REST API are no hub servers. In Serverless mode the service rejects hub servers.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/concept-service-mode',
  fix: 'Set service_mode to Serverless where functions or callers of the REST API serve all clients, and to Default where a hub server does; in this library ServiceMode. Acknowledge the finding where a hub server outside of this app serves them.',
  evaluate: (service, context) => {
    const { callers } = context.topology;
    const known = callers.of(service);
    const pathsOf = (kind: CallerKind) => [
      ...new Set(known.flatMap((caller) => (caller.kind === kind ? caller.app.path : []))),
    ];
    const [servers, rest] = [pathsOf(CallerKind.HUB_SERVER), pathsOf(CallerKind.REST)];
    const unknown = [...pathsOf(CallerKind.UNKNOWN), ...callers.others(service)];
    if (servers.length + rest.length + unknown.length === 0) {
      return RuleVerdict.notApplicable('nothing in this app calls the service');
    }
    const value = service.at('service_mode');
    if (value.isUnknown) {
      return RuleVerdict.unknown(`service_mode is ${value.decidedBy}, which is only known when Terraform runs`);
    }
    const isServerless = value.is('Serverless');
    if (isServerless && servers.length > 0) {
      return RuleVerdict.violated({
        message: `in Serverless mode it rejects the server connections of ${servers.join(', ')}`,
      });
    }
    const needsServer = value.isAbsent || value.is('Default');
    if (unknown.length > 0 && (isServerless || (needsServer && servers.length === 0))) {
      return RuleVerdict.unknown(`how it is called is not known: ${unknown.join(', ')}`);
    }
    if (needsServer && servers.length === 0) {
      return RuleVerdict.violated({
        message: `in Default mode it needs a hub server, and all that call it use the REST API: ${rest.join(', ')}`,
      });
    }
    return RuleVerdict.compliant(`all that call it can do so in ${value.text || 'Default'} mode`);
  },
};
