import { oneLine } from '../../../core/internal/one-line';
import { Target } from '../../../model/target';
import { FLEX_APP } from '../../../topology/apps/app-types';
import { routesAllOf } from '../../../topology/apps/hosts';
import { Attachments } from '../../../topology/network/attachments';
import { memberLabel } from '../../../topology/network/label';
import { subnetOf } from '../../../topology/privatelink/endpoint-facts';
import { expecting, vnetIntegration } from '../../internal/commands';
import { Context } from '../context';
import { AppEntry } from '../inventory';
import { check, Item, troubleshooting } from '../text';

/** The way from the app to the endpoint: integration, security groups, routes. */
export function networkChecks(context: Context): string[][] {
  const { apps } = context.inventory;
  return [
    check(
      'VNet integration',
      'An app without its subnet gets public addresses, and reaches no private one.',
      apps.filter(({ subnet }) => subnet).map((entry) => integrationItem(context, entry)),
      [
        `another subnet, or none: ${troubleshooting('A timeout at the private address')}; restart the app after a change.`,
      ],
    ),
    check(
      'Security groups and routes',
      'On the way out of the subnet of the app, and into that of the private endpoint.',
      wayItems(context),
      [`a rule or route that is not named here: ${troubleshooting('A timeout at the private address')}.`],
    ),
  ];
}

function integrationItem(context: Context, entry: AppEntry): Item {
  const { inventory } = context;
  const subnet = entry.subnet!;
  const address = context.app({ entry });
  const routesAll = routesAllOf(entry.app, inventory.topology.integrations);
  const expected = routesAll.isMaybe ? `not known at synth: ${routesAll.because}` : String(routesAll.isYes);
  const show = `az ${entry.commands} config show ${address.flags} --query vnetRouteAllEnabled`;
  const commands = [vnetIntegration(entry.commands, address, subnetId(context, subnet))];
  // Flex Consumption has no such switch: all of its traffic takes the subnet.
  if (entry.app.type !== FLEX_APP) commands.push(expecting(expected, show));
  return { label: entry.label, code: commands.join('\n') };
}

/** The id of a subnet, or what shows it. */
function subnetId(context: Context, subnet: Target): string {
  const { inventory, shell } = context;
  if (subnet.key === undefined) {
    return `the subnet that the configuration leaves open: ${subnet.because ?? 'not known'}`;
  }
  const network = inventory.networkOf(subnet);
  if (!network) return subnet.key;
  const name = shell.name(inventory.subnetName(subnet), 'SUBNET_NAME');
  const flags = `--name ${name} --vnet-name ${shell.name(network.name, 'NETWORK_NAME')} ${shell.groupFlags(network)}`;
  const id = shell.answer('SUBNET_ID', subnet.key, `az network vnet subnet show ${flags} --query id --output tsv`);
  return `what echo "${id}" shows`;
}

function wayItems(context: Context): Item[] {
  const { apps, endpoints, topology } = context.inventory;
  const all = [
    ...apps.flatMap(({ subnet }) => subnet ?? []),
    ...endpoints.map((endpoint) => subnetOf(endpoint, topology.subnets)),
  ];
  const subnets = new Map(all.flatMap((subnet) => (subnet.key === undefined ? [] : [[subnet.key, subnet] as const])));
  return [...subnets.values()].flatMap((subnet): Item[] => {
    const name = context.inventory.subnetName(subnet);
    const code = [
      attached(context, subnet, topology.securityGroups, 'GROUP', 'network nsg rule list', '--nsg-name'),
      attached(context, subnet, topology.routeTables, 'ROUTES', 'network route-table route list', '--route-table-name'),
    ].filter((text) => text !== '');
    const shownName = name.text ?? subnet.key!;
    return code.length === 0 ? [] : [{ label: `subnet ${shownName}`, code: code.join('\n') }];
  });
}

function attached(
  { inventory, shell }: Context,
  subnet: Target,
  attachments: Attachments,
  kind: string,
  command: string,
  option: string,
): string {
  const found = attachments.of(subnet);
  if (!found?.owner) return '';
  const place = inventory.places.of(found.owner, kind);
  const members = found.members.map(({ body }) => `# ${oneLine(memberLabel(body))}`).sort(byPriority);
  const list = `az ${command} ${shell.groupFlags(place)} ${option} ${shell.name(place.name, `${kind}_NAME`)} --output table`;
  const expected = members.length === 0 ? "nothing but Azure's defaults" : "these, and Azure's defaults:";
  return expecting(expected, ...members, list);
}

/** Rules count by direction and priority. */
function byPriority(first: string, second: string): number {
  return first.localeCompare(second, 'en', { numeric: true });
}
