import { Severity } from '../../../severity';
import { addGiven, Judgement } from '../../judgement';
import { Rule } from '../../rule';

export const insightsWorkspace: Rule = {
  id: 'LOG5',
  name: 'InsightsWorkspace',
  severity: Severity.WARNING,
  types: ['azurerm_application_insights'],
  controls: {
    benchmark: ['LT-5'],
    policies: ['d550e854-df1a-4de9-bf44-cd894b39a95e'],
    psRule: ['AZR-000069'],
  },
  summary: 'Application Insights stores its telemetry in a workspace that the configuration names.',
  explanation:
    'Otherwise Azure creates a workspace in another resource group, with the defaults for keys, network and retention.',
  link: 'https://learn.microsoft.com/azure/azure-monitor/app/create-workspace-resource',
  fix: 'Set workspace_id of azurerm_application_insights; in this library workspace of ApplicationInsights is required.',
  evaluate(insights) {
    const judgement = new Judgement();
    addGiven(judgement, insights, 'workspace_id');
    return judgement.verdict('workspace_id names a workspace');
  },
};
