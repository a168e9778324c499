import { readFileSync } from 'fs';
import { join } from 'path';
import { StackJson } from '../../bench/canonical';
import { graphOf } from '../../bench/ordering/graph';
import { compareChains } from '../../bench/ordering/longest-chain';
import { edgesOfExamples, synthesized } from '../../bench/ordering/synthesized';
import { rulesTable } from '../../bench/render/ordering';
import { EXAMPLES } from '../../examples/stacks';

const compare = (stacks: Record<string, StackJson>) => compareChains(graphOf(stacks));
const typesOf = ({ steps }: { steps: readonly { type: string }[] }) =>
  steps.map(({ type }) => type.replace('azurerm_', ''));
const edgeNames = (edges: readonly { from: { address: string }; to: { address: string }; via: string }[]) =>
  edges.map(({ from, to, via }) => `${from.address} > ${to.address} (${via})`);

describe('examples', () => {
  test.each(Object.keys(EXAMPLES))('%s has no edge without a rule, and no longer chain than rules force', (example) => {
    const { chain, lowerBound, unforced } = compare(synthesized(example));
    expect(edgeNames(unforced)).toEqual([]);
    expect(chain.seconds).toBe(lowerBound.seconds);
    expect(chain.seconds).toBeGreaterThan(150);
  });

  test('have their edges and reasons in the document', () => {
    const document = readFileSync(join(__dirname, '..', '..', 'docs', 'ordering.md'), 'utf8');
    const edges = edgesOfExamples();
    expect(document).toContain(`\n${rulesTable(edges, true)}\n`);
    expect(document).toContain(`\n${rulesTable(edges, false)}\n`);
    Object.keys(EXAMPLES).forEach((example) => expect(document).toContain(`| ${example} |`));
  });
});

/** A service with a private endpoint. */
const service = {
  azurerm_resource_group: { rg: { name: 'rg' } },
  azurerm_signalr_service: { s: { resource_group_name: '${azurerm_resource_group.rg.name}' } },
  azurerm_private_endpoint: {
    pe: { private_service_connection: { private_connection_resource_id: '${azurerm_signalr_service.s.id}' } },
  },
};

describe('the longest chain', () => {
  test('is that of the durations along the edges', () => {
    const { chain, lowerBound, unforced } = compare({ one: { resource: service } });
    expect(typesOf(chain)).toEqual(['resource_group', 'signalr_service', 'private_endpoint']);
    expect(chain.seconds).toBe(20 + 120 + 75);
    expect(lowerBound.seconds).toBe(chain.seconds);
    expect(unforced).toEqual([]);
  });

  test('is longer than its lower bound by an edge that no rule forces', () => {
    const logs = { logs: { depends_on: ['azurerm_private_endpoint.pe'] } };
    const { chain, lowerBound, unforced } = compare({
      one: { resource: { ...service, azurerm_log_analytics_workspace: logs } },
    });
    expect(chain.seconds - lowerBound.seconds).toBe(45);
    expect(edgeNames(unforced)).toEqual([
      'one/azurerm_log_analytics_workspace.logs > one/azurerm_private_endpoint.pe (depends_on)',
    ]);
  });

  test('takes a role of another identity, or an association of another subnet, for what nothing forces', () => {
    const app = (principal: string, subnet: string) => ({
      azurerm_user_assigned_identity: { own: {}, other: {} },
      azurerm_subnet: { own: {}, other: {} },
      azurerm_role_assignment: {
        role: { principal_id: `\${azurerm_user_assigned_identity.${principal}.principal_id}` },
      },
      azurerm_subnet_network_security_group_association: { nsg: { subnet_id: `\${azurerm_subnet.${subnet}.id}` } },
      azurerm_linux_web_app: {
        app: {
          identity: { identity_ids: ['${azurerm_user_assigned_identity.own.id}'] },
          virtual_network_subnet_id: '${azurerm_subnet.own.id}',
          depends_on: ['azurerm_role_assignment.role', 'azurerm_subnet_network_security_group_association.nsg'],
        },
      },
    });
    expect(compare({ one: { resource: app('own', 'own') } }).unforced).toEqual([]);
    expect(compare({ one: { resource: app('other', 'other') } }).unforced).toHaveLength(2);
  });

  test('is compared with the best order of links, which may come in any', () => {
    const link = (after: string[]) => ({ signalr_service_id: '${azurerm_signalr_service.s.id}', depends_on: after });
    const links = (first: string, second: string) => ({
      ...service,
      azurerm_signalr_shared_private_link_resource: {
        [first]: link([]),
        [second]: link([`azurerm_signalr_shared_private_link_resource.${first}`]),
      },
      azapi_update_resource: { approval: { resource_id: '${azurerm_signalr_shared_private_link_resource.vault.id}' } },
      azurerm_signalr_service_custom_certificate: {
        certificate: {
          ...link([`azurerm_signalr_shared_private_link_resource.${second}`, 'azapi_update_resource.approval']),
        },
      },
    });
    const seconds = (resource: StackJson['resource']) => {
      const { chain, lowerBound } = compare({ one: { resource } });
      return [chain.seconds, lowerBound.seconds];
    };
    const best = 20 + 120 + 75 + 75 + 60;
    expect(seconds(links('vault', 'app'))).toEqual([best, best]);
    expect(seconds(links('app', 'vault'))).toEqual([best + 30, best]);
  });

  test('leads through all of a stack whose state another one reads', () => {
    const state = { 'cross-stack-reference-input-one': {} };
    const { chain } = compare({
      one: { resource: service },
      two: { resource: { azurerm_resource_group: { rg: {} } }, data: { terraform_remote_state: state } },
    });
    expect(typesOf(chain)).toEqual([
      'resource_group',
      'signalr_service',
      'private_endpoint',
      'data.terraform_remote_state',
      'resource_group',
    ]);
  });

  test('cannot be told for a type whose duration is missing', () => {
    expect(() => compare({ one: { resource: { azurerm_unknown: { x: {} } } } })).toThrow(
      'no duration of azurerm_unknown in bench/ordering/durations.ts',
    );
  });
});
