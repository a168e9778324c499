import { writeFileSync } from 'fs';
import { join } from 'path';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  compliance,
  INaming,
  NameRequest,
  Naming,
  SecureServerlessSignalR,
  SecureSignalRApp,
  signalr,
} from 'cdktf-azure-secure-signalr';

/** Names one role, and leaves the others to the library. */
class OwnNames implements INaming {
  public constructor(private readonly signalrName: string) {}

  public nameOf(request: NameRequest): string | undefined {
    return request.role === 'signalr' ? this.signalrName : undefined;
  }
}

/** Asks for a tag of every SignalR service. */
class TeamTag extends compliance.ComplianceRule {
  public constructor() {
    super({
      id: 'CHAT1',
      name: 'TeamTag',
      severity: compliance.Severity.WARNING,
      resourceTypes: ['azurerm_signalr_service'],
      summary: 'Every SignalR service has a tag team.',
      explanation: 'Alerts go to the team.',
      fix: 'Set tags of the service.',
      link: 'https://wiki.example.com/cloud/tags',
    });
  }

  public evaluate(service: compliance.JudgedResource): compliance.RuleVerdict {
    const tag = service.at('tags').entry('team');
    return compliance.RuleVerdict.of(tag.isGiven, 'it has a tag team', 'it has no tag team');
  }
}

function mistake(define: () => void): void {
  try {
    define();
    console.log('No error.');
  } catch (error) {
    console.log((error as Error).message);
  }
  console.log('-----');
}

const app = new App();
const stack = new TerraformStack(app, 'features');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
const owner = new TerraformVariable(stack, 'owner', { type: 'string' });

const chat = new SecureSignalRApp(stack, 'Chat', {
  location: 'centralus',
  environment: 'prod',
  sku: signalr.Sku.premium(2),
  naming: Naming.custom(new OwnNames('sigr-of-our-own')),
  allowedOrigins: ['https://chat.example.com'],
  tags: { team: 'chat', owner: owner.stringValue },
  signalrAutoscale: { minimum: 1, maximum: 5 },
  signalrSettings: { logTypes: [signalr.LogType.CONNECTIVITY], lock: true },
});
chat.addOutputs();
new SecureServerlessSignalR(stack, 'Jobs', { location: 'westeurope', environment: 'test' });

const report = compliance.SecurityBaseline.evaluate(stack, { rules: [new TeamTag()] });
app.synth();
writeFileSync(join(app.outdir, 'report.json'), report.toJson());

const wrong = new TerraformStack(new App(), 'wrong');
new AzurermProvider(wrong, 'azurerm', { features: [{}] });
mistake(() => new SecureSignalRApp(wrong, 'Place', { location: '', environment: 'prod!' }));
mistake(() => new SecureSignalRApp(wrong, 'Free', { location: 'centralus', sku: signalr.Sku.free() }));
mistake(() => new SecureSignalRApp(wrong, 'Open', { location: 'centralus', allowedOrigins: ['*', ''] }));
mistake(() => {
  const naming = Naming.custom(new OwnNames('not a name'));
  return new SecureSignalRApp(wrong, 'Named', { location: 'centralus', naming });
});
