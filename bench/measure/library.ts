import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import { givenJob, run } from './child';
import { connectivity, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

const job = givenJob();

run(
  job,
  (app, index) => {
    const stack = new TerraformStack(app, `stack-${index}`);
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    new SecureSignalRApp(stack, 'Chat', {
      location: 'centralus',
      environment: 'prod',
      workload: `chat${index}`,
      securityBaseline: job.checks,
      connectivityCheck: job.checks,
    });
  },
  job.report ? (app) => connectivity.ConnectivityReport.of(app).toMarkdown() : undefined,
);
