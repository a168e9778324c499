import { isOnInternet, takesKeys, TELEMETRY } from '../../../../topology/observability/telemetry';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly, stateOf } from '../../judgement';
import { Rule } from '../../rule';

const WAYS = ['ingestion', 'query'] as const;

export const telemetryNotPublic: Rule = {
  id: 'LOG7',
  name: 'TelemetryNotPublic',
  severity: Severity.ERROR,
  types: TELEMETRY,
  profile: SecurityProfile.ISOLATED,
  controls: {
    benchmark: ['NS-2'],
    policies: ['1bc02227-0cb6-4e11-8f53-eb0b22eab7e8', '6c53d030-cc64-46f0-906d-2bc061cd1334'],
  },
  summary: 'Application Insights and workspaces neither accept telemetry nor answer queries over the internet.',
  explanation:
    'Ingestion that accepts keys is open to every holder of a key. Without keys a caller needs a role, so the finding is advice. A private link scope does not close a resource; diagnostic settings also send logs to a closed one.',
  link: 'https://learn.microsoft.com/azure/azure-monitor/logs/private-link-configure',
  fix: 'Set internet_ingestion_enabled and internet_query_enabled to false, or internet_ingestion_access_type and internet_query_access_type of a workspace to Disabled in azurerm 5, and reach both through azurerm_monitor_private_link_scope; in this library internetIngestion and internetQuery of ApplicationInsights, and resource of LogWorkspace.',
  evaluate(resource) {
    const judgement = new Judgement();
    const keys = takesKeys(resource);
    for (const way of WAYS) {
      const access = isOnInternet(resource, way);
      const { attribute, value, isOn } = access;
      if (isOn.isMaybe) {
        const perimeter = `which callers the perimeter allows, which ${attribute} requires, is not known`;
        judgement.cannotTell(value.isUnknown ? runtimeOnly(attribute, isOn.because) : perimeter);
      } else if (isOn.isYes && way === 'ingestion' && keys.isOn.isMaybe) {
        judgement.cannotTell(`${runtimeOnly(keys.attribute, keys.isOn.because)}, and decides who sends telemetry`);
      } else if (isOn.isYes) {
        const severity = way === 'ingestion' && keys.isOn.isYes ? Severity.ERROR : Severity.INFO;
        judgement.violates({ id: way === 'ingestion' ? 'Ingestion' : 'Query', message: stateOf(access), severity });
      }
    }
    return judgement.verdict('it is closed to the internet');
  },
};
