import { replaceReferences } from '../../../core/internal/expressions';
import { escaped } from '../../../core/internal/markdown';
import { Setting, settingsOf } from '../../../topology/apps/settings';
import { IDENTITY, principalOf } from '../../../topology/identity/principals';
import { signalrSettings, SignalRSetting } from '../../../topology/signalr/connections';
import { signInOf } from '../../../topology/signalr/sign-in';
import { plain, Value } from '../../../topology/values';
import { appSettings, expecting } from '../../internal/commands';
import { Context, pairLabel } from '../context';
import { Pair } from '../inventory';
import { check, Item, troubleshooting } from '../text';
import { identitiesOf } from './stack';

/** Parts of a connection string that hold no secret. */
const HARMLESS = /^(?:Endpoint|AuthType|ClientId|Version|ServerEndpoint|ClientEndpoint)$/i;

/** Settings that hold none, as the bindings of Azure Functions name them. */
const HARMLESS_SETTING = /__(?:serviceUri|credential|clientId|clientEndpoint|serverEndpoint)$/i;

/** Who the app is for the service, and what it may do there. */
export function identityChecks(context: Context): string[][] {
  const { pairs } = context.inventory;
  return [
    check(
      'Roles',
      'A new role takes effect after some minutes; an app that runs may hold an old token, so restart it then.',
      pairs.flatMap((pair) => roleItem(context, pair)),
      [`the role is missing, or at another scope: ${troubleshooting('401 from the service')}.`],
    ),
    check(
      'Settings of the app',
      'Names, host and identity. No value that is shown here is a secret, and there must be no access key.',
      pairs.flatMap((pair) => settingItem(context, pair)),
      [
        `another host or client id, or an AccessKey: ${troubleshooting('401 from the service')}.`,
        `all of it is right, and the service has no server connection: ${troubleshooting('No server connection')}.`,
      ],
    ),
  ];
}

/** The settings in which an app finds a service. */
function connectionsOf({ inventory }: Context, { entry, called }: Pair): SignalRSetting[] {
  const { connections } = inventory.topology;
  return signalrSettings(settingsOf(entry.app) ?? []).filter(({ value }) =>
    connections.servicesIn(value).services.some(({ path }) => path === called.service.key),
  );
}

function roleItem(context: Context, pair: Pair): Item | Item[] {
  const { inventory, shell } = context;
  const { app } = pair.entry;
  const { model, topology } = inventory;
  const settings = settingsOf(app) ?? [];
  const signIns = connectionsOf(context, pair).map((each) => signInOf(each, { app, model, settings }));
  const keys = new Set(signIns.flatMap(({ principals }) => [...principals.keys, ...(principals.mayBe ?? [])]));
  const grants = (pair.called.service.resource && topology.grants.byService.get(pair.called.service.resource)) ?? [];
  const own = grants.filter(({ assignment }) => keys.has(principalOf(assignment) ?? ''));
  const roles = own.map(({ role, assignment }) => {
    const name = role.name ?? 'a role that only Terraform knows';
    return topology.grants.byAssignment.has(assignment) ? name : `${name} (another team assigns it)`;
  });
  const expected = roles.length > 0 ? [...new Set(roles)].join(', ') : 'a role that the configuration does not assign';
  const holders = identitiesOf(app, inventory).filter(({ path }) => keys.has(path));
  const principals = holders.map((identity) => {
    const place = inventory.places.of(identity, 'IDENTITY');
    const show = `az identity show ${shell.flags(place)} --query principalId --output tsv`;
    return { label: place.name.text ?? place.key, id: shell.answer('PRINCIPAL_ID', identity.path, show) };
  });
  if (keys.has(app.path) || holders.length === 0) {
    const { commands, place } = pair.entry;
    const show = `az ${commands} identity show ${shell.flags(place)} --query principalId --output tsv`;
    principals.push({ label: 'its system-assigned identity', id: shell.answer('PRINCIPAL_ID', app.path, show) });
  }
  const query = '[].{role:roleDefinitionName, scope:scope}';
  return principals.map(({ label, id }) => ({
    label: `${pairLabel(pair)}: ${label}`,
    code: expecting(
      expected,
      `az role assignment list --assignee ${id} --scope ${context.service(pair.called).id} --include-inherited --query "${query}" --output table`,
    ),
    notes: signIns.map(({ how }) => `It signs in with ${escaped(how)}.`),
  }));
}

function settingItem(context: Context, pair: Pair): Item[] {
  const { app, commands } = pair.entry;
  const prefixes = [...new Set(connectionsOf(context, pair).map(({ name }) => prefixOf(name)))];
  const address = context.app(pair);
  const hostname = context.hostname(pair.called);
  const settings = settingsOf(app) ?? [];
  return prefixes.map((prefix) => ({
    label: pairLabel(pair),
    code: appSettings(commands, address, hostname, prefix),
    notes: settings
      .filter(({ name }) => name.startsWith(prefix))
      .map((setting) => `${escaped(setting.name)}: ${escaped(shownValue(context, setting))}`),
  }));
}

/** What the names of the settings for one service begin with. */
function prefixOf(name: string): string {
  if (/^Azure__SignalR__/.test(name)) return 'Azure__SignalR__';
  return name.replace(/__[^_]+$/, '').replace(/[^\w.:-]/g, '');
}

/** What of a value is known and no secret. */
function shownValue(context: Context, { name, value }: Setting): string {
  if (/^@Microsoft\.KeyVault\(/i.test(value.text)) return 'a reference to a Key Vault';
  const text = filled(context, value);
  if (HARMLESS_SETTING.test(name)) return hasUserInfo(text) ? 'not shown' : text;
  const parts = text.split(';').filter((part) => HARMLESS.test(part.split('=')[0].trim()) && !hasUserInfo(part));
  return parts.length === 0 ? 'not shown' : parts.join(';');
}

function hasUserInfo(text: string): boolean {
  return /[@?#]/.test(text);
}

/** The text of a value, with host names and client ids in place of references to them. */
function filled(context: Context, { text, links }: Value): string {
  const { inventory, shell } = context;
  const read = replaceReferences(text, ({ resource, attribute }) => {
    const found = links.find((link) => link.resource.place.address === resource && link.attribute === attribute);
    const called = inventory.services.find(({ service }) => service.key === found?.resource.path);
    if (attribute === 'hostname') return called && context.hostname(called);
    if (attribute !== 'client_id' || found?.resource.type !== IDENTITY) return undefined;
    const show = `az identity show ${shell.flags(inventory.places.of(found.resource, 'IDENTITY'))}`;
    return shell.answer('CLIENT_ID', found.resource.path, `${show} --query clientId --output tsv`);
  });
  return plain(read);
}
