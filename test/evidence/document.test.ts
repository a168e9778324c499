import { linesOf, packOf } from './support/pack';
import { InputUse } from '../../src/evidence/internal/input-record';
import { estate } from '../check/support/estates';

const INPUT = {
  name: 'plan.json',
  use: InputUse.ESTATE,
  sha256: 'a'.repeat(64),
  terraform: '1.9.8',
  requiredTerraform: '>= 1.5',
  providers: [
    { name: 'azurerm', source: 'hashicorp/azurerm', constraint: '~> 4.55', version: '4.60.0' },
    { name: 'random' },
  ],
};

const document = (options = {}, more = {}) => linesOf(packOf(estate(options), more).get('evidence.html')!);
const section = (lines: readonly string[], caption: string) => {
  const from = lines.indexOf(caption) + 1;
  expect(from).toBeGreaterThan(0);
  return lines.slice(from);
};

describe('evidence.html', () => {
  test('has all parts in order', () => {
    const html = packOf(estate()).get('evidence.html')!;
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
      'Provenance',
      'Verdicts',
      'What fails, or is not known',
      'Who reaches what',
      'Controls',
      'Acknowledgements',
      'Security rules',
      'Private names',
      'Identities and roles',
      'Not judged',
    ]);
    expect(html).not.toMatch(/<script|https?:\/\/[^"<]*\.(?:js|css|png)|<link|@import/);
  });

  test('begins with where it comes from', () => {
    const lines = document({}, { inputs: [INPUT], provenance: { commit: '8f14e45', pipeline: 'run 17' } });
    expect(lines.slice(1, 12)).toEqual([
      'Evidence: Estate',
      'What the configuration defines, as it was read before Azure was asked: a value that is only known when Terraform runs is unknown, and unknown is never taken for allowed or compliant.',
      'Provenance',
      'Provenance',
      'What | Value',
      'Library | cdktf-azure-secure-signalr 1.2.3',
      'Commit | 8f14e45',
      'Pipeline | run 17',
      'Inputs',
      'File | For | SHA-256 | Versions',
      `plan.json | estate | ${'a'.repeat(64)} | Terraform 1.9.8 / Terraform required >= 1.5 / azurerm (hashicorp/azurerm), required ~> 4.55, locked 4.60.0 / random`,
    ]);
    expect(document()).toContain('No file was read: the configuration stood in memory.');
  });

  test('counts verdicts, and shows first what fails, the gravest before the rest', () => {
    const lines = document({ localAuth: true, isLinked: false });
    expect(section(lines, 'Paths to the SignalR services').slice(0, 4)).toEqual([
      'Verdict | Paths',
      'unknown | 0',
      'allowed | 4',
      'denied | 8',
    ]);
    const findings = section(lines, 'Findings');
    const rows = findings.slice(1, findings.indexOf('Who reaches what'));
    const severities = rows.map((row) => row.split(' | ').slice(1, 3).join(' '));
    const rank = [
      'violated error',
      'violated warning',
      'violated info',
      'unknown error',
      'unknown warning',
      'unknown info',
    ];
    expect(severities.map((each) => rank.indexOf(each))).toEqual(
      severities.map((each) => rank.indexOf(each)).sort((one, other) => one - other),
    );
    expect(rows.find((row) => row.startsWith('SIG2'))).toMatch(
      /^SIG2 \| violated \| error \| azurerm_signalr_service\.chat \| local_auth_enabled is true\. \| Set /,
    );
  });

  test('shows rules, names and roles as their files have them', () => {
    const lines = document();
    expect(section(lines, 'snet-app')[0]).toBe(
      'azurerm_subnet.app; 10.30.0.0/26; it has no security group, so Azure filters nothing that enters or leaves it; rules count for private endpoints: no',
    );
    expect(section(lines, 'Identities and roles').slice(0, 4)).toEqual([
      'sigr-chat',
      'azurerm_signalr_service.chat; system-assigned; held by azurerm_signalr_service.chat',
      'The configuration assigns no role to it.',
      'The configuration assigns no role to another principal.',
    ]);
    expect(section(lines, 'Names of services in vnet-chat')[1]).toBe(
      'sigr-chat.service.signalr.net | private: azurerm_private_endpoint.chat | sigr-chat.service.signalr.net / CNAME sigr-chat.privatelink.service.signalr.net / A (address of azurerm_private_endpoint.chat) | zone azurerm_private_dns_zone.signalr, linked to azurerm_virtual_network.main, has the address of azurerm_private_endpoint.chat',
    );
  });

  test('escapes whatever a name holds', () => {
    const html = packOf(estate({ apps: { web: '<img src=x onerror=alert(1)>' } })).get('evidence.html')!;
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
