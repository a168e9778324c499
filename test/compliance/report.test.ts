import '../support/fake-catalogue';
import { readFileSync } from 'fs';
import { join } from 'path';
import { TerraformOutput } from 'cdktf';
import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { exampleReport } from '../support/example-report';
import { addService } from '../support/fake-rules';
import { newStack } from '../support/synth';

const VERSION = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version;

describe('a report', () => {
  test('gives findings by status', () => {
    expect(exampleReport().withStatus(ComplianceStatus.UNKNOWN)).toMatchObject([{ rule: 'REL1' }]);
  });

  test('in CSV', () => {
    const findings = exampleReport()
      .toCsv()
      .split('\r\n')
      .filter((row) => !row.includes(',control,'));
    expect(findings.join('\r\n')).toBe(
      [
        'Rule,Name,Severity,Resource,Type,Profile,Status,Finding,Reason,Fix,Link,Controls,Acknowledgement,Ticket,Expires,Row,Benchmark,Baseline,Feature,Responsibility,Rules,Owner',
        'SIG2,SignalRLocalAuthDisabled,error,Prod/Service,azurerm_signalr_service,publicClients,acknowledged,,the service has access keys.,Set local_auth_enabled to false,https://learn.microsoft.com/a_b,IM-1 PA-1 f70eecba AZR-1 CKV_AZURE_1,"\'=cmd|""x"", for the pilot",SEC-1,2030-01-01,finding,,,,,,team-chat',
        'SIG5,SignalRCorsRestricted,error,Prod/Service,azurerm_signalr_service,publicClients,violated,Origin::http://a|<b>,cors allows http://a|<b>.,Name https origins.,https://learn.microsoft.com/a_b,DP-3,,,,finding,,,,,,',
        'SIG6,SignalRPublicNetworkAccess,error,Prod/Service,azurerm_signalr_service,publicClients,not applicable,,the profile publicClients does not require it.,Set public_network_access_enabled to false.,https://learn.microsoft.com/a_b,,,,,finding,,,,,,',
        'REL1,SignalRPremium,warning,Prod/Service,azurerm_signalr_service,publicClients,unknown,,sku.name is not known.,Set sku.name to Premium_P1.,https://learn.microsoft.com/a_b,,,,,finding,,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  test('in CSV has each control behind the findings, with its outcome', () => {
    const rows = exampleReport().toCsv().split('\r\n').slice(5, -1);
    expect(rows).toHaveLength(exampleReport().controls.length);
    expect(rows[4]).toBe(
      ',,,,,,acknowledged,,SIG2 at Prod/Service,,,IM-1,,,,control,Microsoft cloud security benchmark v1,Azure SignalR Service,Local Authentication Methods for Data Plane Access,Microsoft,SIG2,',
    );
  });

  test('in CSV has as many cells in each row', () => {
    const rows = exampleReport().toCsv().split('\r\n').slice(0, -1);
    const cells = (row: string) => row.replace(/"(?:[^"]|"")*"/g, '').split(',').length;
    expect(new Set(rows.map(cells))).toEqual(new Set([22]));
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\n=1', '"\'\n=1"'],
    ['＝1+1', "'＝1+1"],
    ['＠x', "'＠x"],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
    ['\r=1', '"\'\r=1"'],
  ])('in CSV quotes %j as %j', (ticket, expected) => {
    const stack = newStack();
    addService(stack, 'Service', { localAuthEnabled: true });
    SecurityBaseline.acknowledge(stack, { rule: 'SIG2', reason: 'for the pilot', ticket, expires: '2030-01-01' });
    const csv = SecurityBaseline.evaluate(stack, { today: '2026-01-01' }).toCsv();
    expect(csv).toContain(`,for the pilot,${expected},2030-01-01,finding,,,,,,\r\n`);
  });

  test('in JSON', () => {
    const stack = newStack();
    new TerraformOutput(stack, 'url', { value: 'x' });
    SecurityBaseline.acknowledge(stack, { rule: 'OUT1', reason: 'nothing secret' });
    const report = SecurityBaseline.evaluate(stack);
    const [before, controls] = report.toJson().split('\n  "controls": ');
    expect(before).toBe(`{
  "schemaVersion": 1,
  "library": {
    "name": "cdktf-azure-secure-signalr",
    "version": "${VERSION}"
  },
  "findings": [
    {
      "rule": "OUT1",
      "name": "OutputTold",
      "severity": "info",
      "path": "Prod/url",
      "type": "output",
      "file": "stacks/Prod/cdk.tf.json",
      "profile": "publicClients",
      "status": "acknowledged",
      "reason": "there is an output.",
      "fix": "Remove it.",
      "link": "https://learn.microsoft.com/a_b",
      "controls": [],
      "controlsByKind": {
        "benchmark": [],
        "policies": [],
        "psRule": [],
        "checkov": [],
        "own": []
      },
      "acknowledgement": {
        "rule": "OUT1",
        "reason": "nothing secret"
      }
    }
  ],
  "acknowledgements": [
    {
      "path": "Prod",
      "rule": "OUT1",
      "reason": "nothing secret",
      "state": "used",
      "findings": 1
    }
  ],`);
    expect(JSON.parse(`{ "controls": ${controls}`)).toEqual(
      JSON.parse(JSON.stringify({ controls: report.controls, unjudgedTypes: [] })),
    );
  });
});
