import { subnetAt } from './base-estate';
import { anyRepetition, Change, literalId, other, Pick } from './changes';
import { EndpointPolicies, Estate, Route, SecurityRule, Subnet } from './estate';

const DENY_ALL = { priority: 4000, access: 'Deny', protocol: '*', ports: ['*'], from: ['*'], to: ['*'] } as const;

/** Changes of peerings, security groups, routes, and of how subnets are written. */
export const networkChanges: Readonly<Record<string, Change>> = {
  'no peering': (estate) => {
    estate.peerings = [];
  },
  'an endpoint in a third network': (estate, pick) => {
    const [endpoint] = estate.endpoints;
    const range = '10.5.0';
    const third = { key: 'third', name: 'vnet-third', group: 'rg', subscription: endpoint.subscription };
    const subnets = [{ ...subnetAt('pe3', 'pe', range), policies: subnetOf(estate, 'pe')!.policies }];
    estate.networks.push({ ...third, addressSpace: [`${range}.0/24`], dnsServers: [], form: 'separate', subnets });
    estate.endpoints[0] = { ...endpoint, subnet: { key: 'pe3' }, address: `${range}.68` };
    estate.records
      .filter(({ address }) => typeof address === 'string')
      .forEach((each) => (each.address = `${range}.68`));
    const peer = pick('near', 'near', 'far', undefined);
    const from = estate.networks.find(({ key }) => key === peer);
    if (!from) return;
    const item = (key: string) => ({ key, name: key, group: 'rg' });
    estate.peerings.push(
      { ...item('there3'), subscription: from.subscription, from: from.key, to: { key: 'third' } },
      { ...item('back3'), subscription: third.subscription, from: 'third', to: { key: from.key } },
    );
  },
  'an application gateway': (estate, pick) => {
    const near = estate.networks.find(({ key }) => key === 'near')!;
    const network = pick(near, near, ...estate.networks);
    const { group, subscription } = network;
    const [range] = network.addressSpace;
    network.subnets.push({ key: 'front', name: 'snet-front', prefix: range.replace(/0\/24$/, '192/26') });
    estate.gateway = { key: 'gateway', name: 'agw-chat', group, subscription, subnet: { key: 'front' } };
  },
  'a peering in one direction': (estate, pick) => {
    if (estate.peerings.length > 1) estate.peerings.splice(pick(0, 1), 1);
  },
  'a peering that is repeated': (estate, pick) => {
    if (estate.peerings.length > 0) pick(...estate.peerings).repeat = anyRepetition(pick);
  },
  'a peering by id': (estate, pick) => {
    const peering = estate.peerings.length > 0 ? pick(...estate.peerings) : undefined;
    const target = estate.networks.find(({ key }) => peering && 'key' in peering.to && peering.to.key === key);
    if (!peering || !target) return;
    peering.to = literalId(
      target,
      'network',
      pick(target.subscription, target.subscription, other(target.subscription)),
    );
  },
  'rules for what apps send': (estate, pick) => protect(estate, 'app', outboundRules(estate, pick), pick),
  'rules for private endpoints': (estate, pick) => {
    setPolicies(estate, pick);
    protect(estate, 'pe', inboundRules(estate, pick), pick);
  },
  'rules for the resolver': (estate, pick) => {
    const key = pick('in', 'in', 'out');
    const rules = key === 'in' ? inboundRules(estate, pick) : outboundRules(estate, pick);
    if (subnetOf(estate, key)) protect(estate, key, rules, pick);
  },
  'a rule that is repeated': (estate, pick) => {
    const rules = estate.securityGroups.filter(({ form }) => form === 'separate').flatMap((group) => group.rules);
    if (rules.length > 0) pick(...rules).repeat = anyRepetition(pick);
  },
  'a security group that is attached repeatedly': (estate, pick) => {
    const attached = attachable(estate).flatMap(({ securityGroup }) => securityGroup ?? []);
    if (attached.length > 0) pick(...attached).repeat = anyRepetition(pick);
  },
  'routes of apps': (estate, pick) => {
    route(estate, pick('app', 'app', 'app', 'out'), pick);
  },
  'policies of endpoints': (estate, pick) => setPolicies(estate, pick),
  'subnets in another form': (estate, pick) => {
    const network = pick(...estate.networks);
    network.form = pick('inline', 'forEach', 'separate', 'count');
    if (network.form !== 'inline') return;
    network.subnets.forEach(({ securityGroup, routeTable }) => {
      if (securityGroup) delete securityGroup.repeat;
      if (routeTable) delete routeTable.repeat;
    });
  },
};

function subnetOf(estate: Estate, key: string): Subnet | undefined {
  return estate.networks.flatMap(({ subnets }) => subnets).find((subnet) => subnet.key === key);
}

/** Subnets whose security group and routes are attached by resources of their own. */
function attachable(estate: Estate): Subnet[] {
  return estate.networks.filter(({ form }) => form !== 'inline').flatMap(({ subnets }) => subnets);
}

function setPolicies(estate: Estate, pick: Pick): void {
  const subnet = subnetOf(estate, 'pe')!;
  subnet.policies = pick<EndpointPolicies>('Enabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled', 'Disabled');
}

function protect(estate: Estate, key: string, rules: SecurityRule[], pick: Pick): void {
  const subnet = subnetOf(estate, key)!;
  if (subnet.securityGroup) return;
  const group = `nsg_${key}`;
  const { subscription } = estate.networks.find(({ subnets }) => subnets.includes(subnet))!;
  const form = pick('inline', 'separate');
  const named = rules.map((rule) => ({ ...rule, key: `${key}_${rule.key}` }));
  estate.securityGroups.push({ key: group, name: group, group: 'rg', subscription, form, rules: named });
  subnet.securityGroup = { to: group };
}

function outboundRules(estate: Estate, pick: Pick): SecurityRule[] {
  const endpoints = subnetOf(estate, 'pe')!.prefix;
  const server = subnetOf(estate, 'in')?.prefix ?? '10.9.9.0/28';
  const own = subnetOf(estate, 'app')!.prefix;
  const rule = (key: string, change: Partial<SecurityRule>): SecurityRule => ({
    ...{ key: `out_${key}`, direction: 'Outbound', ...DENY_ALL, ports: ['*'], from: ['*'], to: ['*'] },
    ...change,
  });
  const denyAll = rule('deny', {});
  const https = rule('https', {
    priority: 100,
    access: 'Allow',
    protocol: 'Tcp',
    ports: ['443'],
    to: [pick(endpoints, 'VirtualNetwork')],
  });
  const protocol = pick('Udp' as const, '*' as const, 'Tcp' as const);
  const names = rule('names', {
    priority: 110,
    access: 'Allow',
    protocol,
    ports: ['53'],
    to: [pick(server, 'VirtualNetwork')],
  });
  const service = rule('service', {
    priority: 120,
    access: 'Allow',
    ports: ['443'],
    to: [pick('AzureSignalR', 'Internet')],
  });
  return pick(
    [denyAll],
    [https, denyAll],
    [https, names, denyAll],
    [https, names, service, denyAll],
    [rule('internet', { to: ['Internet'] })],
    [rule('service', { to: ['AzureSignalR'], ports: ['443'] })],
    [rule('network', { to: ['VirtualNetwork'] })],
    [rule('endpoints', { to: [endpoints], from: [own], ports: ['80', '400-500'] })],
    [rule('names', { ports: ['53'] })],
    [rule('wide', { to: ['10.0.0.0/8'] })],
    [service, rule('wide', { to: ['0.0.0.0/0'] })],
  );
}

function inboundRules(estate: Estate, pick: Pick): SecurityRule[] {
  const apps = subnetOf(estate, 'app')!.prefix;
  const rule = (key: string, change: Partial<SecurityRule>): SecurityRule => ({
    ...{ key: `in_${key}`, direction: 'Inbound', ...DENY_ALL, ports: ['*'], from: ['*'], to: ['*'] },
    ...change,
  });
  const allow = rule('allow', {
    priority: 100,
    access: 'Allow',
    from: [pick(apps, 'VirtualNetwork')],
    ports: [pick('443', '53', '*')],
  });
  return pick(
    [rule('deny', {})],
    [allow, rule('deny', {})],
    [rule('internet', { from: ['Internet'] })],
    [rule('apps', { from: [apps] })],
    [rule('names', { ports: ['53'], protocol: 'Udp' })],
    [rule('elsewhere', { from: ['10.77.0.0/16'] })],
  );
}

function route(estate: Estate, key: string, pick: Pick): void {
  const subnet = subnetOf(estate, key);
  if (!subnet || subnet.routeTable) return;
  const endpoints = subnetOf(estate, 'pe')!;
  const network = estate.networks.find(({ subnets }) => subnets.includes(endpoints))!;
  const prefix = pick(
    `${estate.endpoints[0].address}/32`,
    endpoints.prefix,
    network.addressSpace[0],
    '0.0.0.0/0',
    'AzureSignalR',
    '10.0.0.0/8',
  );
  const nextHop = pick<Route['nextHop']>('None', 'Internet', 'VirtualAppliance', 'VnetLocal');
  const table = `rt_${key}`;
  const { subscription } = estate.networks.find(({ subnets }) => subnets.includes(subnet))!;
  const routes: Route[] = [
    { key: `route_${key}`, prefix, nextHop: prefix === 'AzureSignalR' && nextHop === 'VnetLocal' ? 'None' : nextHop },
  ];
  estate.routeTables.push({
    key: table,
    name: table,
    group: 'rg',
    subscription,
    form: pick('inline', 'separate'),
    routes,
  });
  subnet.routeTable = { to: table };
  const isInline = estate.networks.find(({ subnets }) => subnets.includes(subnet))!.form === 'inline';
  const repetition = pick(undefined, undefined, undefined, anyRepetition(pick));
  if (repetition && !isInline) subnet.routeTable.repeat = repetition;
}
