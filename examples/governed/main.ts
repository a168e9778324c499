import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, AzurermBackend, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { compliance, connectivity, evidence, governance, identity, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

const { ReportFormat, SecurityBaseline } = compliance;
const { ConnectivityFormat, ConnectivityReportFile } = connectivity;
const { AppServicePolicies, PolicyAssignment, PolicyEffect, PolicyExemptionCategory, PolicyInitiative, ResourceLock } =
  governance;
const { RoleScope } = identity;

/** A chat that is proved, judged and governed. */
export class GovernedStack extends TerraformStack {
  public readonly chat: SecureSignalRApp;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    new AzurermBackend(this, {
      resourceGroupName: 'rg-tfstate',
      storageAccountName: 'sttfstate',
      containerName: 'tfstate',
      key: 'governed.tfstate',
      useAzureadAuth: true,
    });

    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      environment: 'test',
      allowedOrigins: ['http://localhost:3000'],
    });
    this.chat = chat;

    // Proof: a report at each synth, and commands that prove the same after the deployment.
    new ConnectivityReportFile(this, 'Connectivity', {
      formats: [ConnectivityFormat.HTML, ConnectivityFormat.MARKDOWN],
    });
    chat.addOutputs();

    // Evidence: one folder for the next audit, with all of it and the hash of what it was read from.
    new evidence.EvidenceFile(this, 'Evidence', { provenance: { commit: process.env.GITHUB_SHA } });

    // Rules: two reports at each synth, and a finding that the team accepts.
    SecurityBaseline.attach(this, { reports: [ReportFormat.MARKDOWN, ReportFormat.SARIF] });
    SecurityBaseline.acknowledge(chat.signalr, {
      rule: 'SIG5[Origin::http://localhost:3000]',
      reason: 'Developers try their pages against the test environment.',
      owner: 'team-chat',
      ticket: 'CHAT-17',
      expires: '2099-12-31',
    });

    // Governance: what Azure itself refuses, also from others and later.
    const group = RoleScope.resourceGroup(chat.resourceGroup);
    new PolicyAssignment(this, 'Policies', {
      name: 'signalr-public-clients',
      scope: group,
      policy: PolicyInitiative.publicClients(this, 'Initiative'),
    });
    // Further apps of the group are to be closed to the public network; this one serves the pages.
    const closedApps = new PolicyAssignment(this, 'ClosedApps', {
      name: 'closed-apps',
      scope: group,
      policy: AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
      effect: PolicyEffect.DENY,
    });
    closedApps.addExemption('WebApp', {
      name: 'web-app',
      scope: RoleScope.resource(chat.webApp.appId),
      category: PolicyExemptionCategory.WAIVER,
      reason: 'Browsers load the pages of the app over the internet.',
    });
    new ResourceLock(this, 'Lock', { scope: group, notes: 'Ask the chat team before you delete anything.' });
  }
}

if (require.main === module) {
  const app = new App();
  new GovernedStack(app, 'governed');
  app.synth();
}
