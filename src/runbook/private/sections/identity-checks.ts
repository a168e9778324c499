import { replaceReferences } from '../../../core/internal/expressions';
import { escaped } from '../../../core/internal/markdown';
import { isInVault, Setting, settingsOf } from '../../../topology/apps/settings';
import { IDENTITY, principalOf } from '../../../topology/identity/principals';
import { signalrSettings, SignalRSetting } from '../../../topology/signalr/connections';
import { signInOf } from '../../../topology/signalr/sign-in';
import { plain, Value } from '../../../topology/values';
import { appSettings, expecting } from '../../internal/commands';
import { Context, pairLabel } from '../context';
import { Pair, ServiceEntry } from '../inventory';
import { check, Item, troubleshooting } from '../text';

/** Parts of a connection string that hold no secret. */
const HARMLESS = /^(?:Endpoint|AuthType|ClientId|Version|ServerEndpoint|ClientEndpoint)$/i;

/** Settings that hold none, as the bindings of Azure Functions name them. */
const HARMLESS_SETTING = /__(?:serviceUri|credential|clientId|clientEndpoint|serverEndpoint)$/i;

/** Checks of who the app is for the service, and of what it may do there. */
export function identityChecks(context: Context): string[][] {
  const { pairs } = context.inventory;
  return [
    check(
      'Roles',
      'A new role takes effect after some minutes; an app that runs may hold an old token, so restart it then.',
      pairs.flatMap((pair) => roleItems(context, pair)),
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

/** The roles of each identity with which an app signs in to a service. */
function roleItems(context: Context, pair: Pair): Item[] {
  const { inventory, shell } = context;
  const { app, commands, place } = pair.entry;
  const { model } = inventory;
  const settings = settingsOf(app) ?? [];
  const signIns = connectionsOf(context, pair).map((each) => signInOf(each, { app, model, settings }));
  const keys = new Set(signIns.flatMap(({ principals }) => [...principals.keys, ...(principals.mayBe ?? [])]));
  const holders = inventory.identitiesOf(app).filter(({ path }) => keys.has(path));
  const shown = holders.map((identity) => {
    const at = inventory.places.of(identity, 'IDENTITY');
    return { key: identity.path, label: at.name.text ?? at.key, show: `az identity show ${shell.flags(at)}` };
  });
  if (keys.has(app.path) || holders.length === 0) {
    const show = `az ${commands} identity show ${shell.flags(place)}`;
    shown.push({ key: app.path, label: 'its system-assigned identity', show });
  }
  const query = '[].{role:roleDefinitionName, scope:scope}';
  return shown.map(({ key, label, show }) => {
    const id = shell.answer('PRINCIPAL_ID', key, `${show} --query principalId --output tsv`);
    const options = `--assignee ${id} --scope ${context.service(pair.called).id} --include-inherited`;
    return {
      label: `${pairLabel(pair)}: ${label}`,
      code: expecting(
        rolesOf(context, pair.called, key),
        `az role assignment list ${options} --query "${query}" --output table`,
      ),
      notes: signIns.map(({ how }) => `It signs in with ${escaped(how)}.`),
    };
  });
}

/** The roles that a principal is to have on a service. */
function rolesOf({ inventory: { topology } }: Context, { service }: ServiceEntry, principal: string): string {
  const grants = (service.resource && topology.grants.byService.get(service.resource)) ?? [];
  const roles = grants
    .filter(({ assignment }) => principalOf(assignment) === principal)
    .map(({ role: { name = 'a role that only Terraform knows' }, assignment }) =>
      topology.grants.byAssignment.has(assignment) ? name : `${name} (another team assigns it)`,
    );
  return roles.length > 0 ? [...new Set(roles)].join(', ') : 'a role that the configuration does not assign';
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

/** Beginning of the names of the settings for one service. */
function prefixOf(name: string): string {
  if (/^Azure__SignalR__/.test(name)) return 'Azure__SignalR__';
  return name.replace(/__[^_]+$/, '').replace(/[^\w.:-]/g, '');
}

/** The part of a value that is known and no secret. */
function shownValue(context: Context, { name, value }: Setting): string {
  if (isInVault(value)) return 'a reference to a Key Vault';
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
