import { approvalCommand } from '../../../core/internal/approval-command';
import { escaped, table } from '../../../core/internal/markdown';
import { registrationOf } from '../../../topology/dns/registration';
import { Assignment } from '../../../topology/identity/assignment';
import { IDENTITY, principalOf } from '../../../topology/identity/principals';
import { needsApproval } from '../../../topology/privatelink/endpoint-facts';
import { LinkKind } from '../../../topology/privatelink/link-kind';
import { SharedLink, sharedLinkOf } from '../../../topology/signalr/shared-links';
import { plain } from '../../../topology/values';
import { Context } from '../context';
import { Inventory } from '../inventory';
import { commands } from '../text';
import { foreignParts } from './foreign-parts';

/** Logs that the configuration sends nowhere, by the word of its user. */
export interface UnsentReason {
  /** Path of what the logs are of. */
  readonly path: string;
  readonly reason: string;
}

/** The section on what other people own, assign, approve or send. */
export function ownerSection(context: Context, unsent: readonly UnsentReason[]): string[] {
  const { inventory } = context;
  const rows = [
    ...foreignParts(inventory),
    ...rolesOfOthers(context),
    ...manualEndpoints(context),
    ...recordsOfOthers(context),
    ...unsent
      .filter(({ path }) => isPart(context, path))
      .map(({ path, reason }) => ['logs', path, `are sent by others, or nowhere: ${reason}`]),
  ];
  const links = manualLinks(context);
  return [
    '## 5. What is elsewhere, and whose it is',
    rows.length === 0
      ? 'The configuration defines all that it uses.'
      : table(['What', 'Which', 'Who decides, and about what'], rows),
    ...(links.length === 0
      ? []
      : [
          'The owner of the target approves these links; the apply is green before. This approves what is still Pending:',
          ...links.flatMap((link) => [`**${escaped(link.link.name ?? link.link.path)}**`, approval(context, link)]),
        ]),
  ];
}

function isPart({ inventory: { services, apps } }: Context, path: string): boolean {
  return services.some(({ service }) => service.key === path) || apps.some(({ app }) => app.path === path);
}

/** Roles that another team is asked for. */
function rolesOfOthers({ inventory }: Context): string[][] {
  const { topology, services } = inventory;
  const asked = services.flatMap(({ service: { resource }, label }) =>
    ((resource && topology.grants.byService.get(resource)) ?? [])
      .filter(({ assignment }) => !topology.grants.byAssignment.has(assignment))
      .map(({ role, assignment }) => [
        'role',
        `${role.name ?? 'a role that only Terraform knows'} on ${label}`,
        `another team assigns it, to ${holderOf(assignment, inventory)}; ${assignment.path} has the request`,
      ]),
  );
  return [...new Map(asked.map((row) => [row.join('\n'), row])).values()];
}

/** Names the principal of a role. */
function holderOf(assignment: Assignment, { model }: Inventory): string {
  const key = principalOf(assignment);
  const holder = key && [...model.resources(IDENTITY), ...model.dataSources(IDENTITY)].find(({ path }) => path === key);
  return (holder && holder.name) || (key ?? plain(assignment.at('principal_id').text));
}

/** Private endpoints that the owner of the service approves. */
function manualEndpoints({ inventory: { services } }: Context): string[][] {
  const endpoints = services.flatMap(({ service, label }) =>
    service.endpoints.map((endpoint) => ({ endpoint, label })),
  );
  return endpoints
    .filter(({ endpoint }) => !needsApproval(endpoint).isNo)
    .map(({ endpoint, label }) => [
      'private endpoint',
      endpoint.name ?? endpoint.path,
      `the owner of ${label} approves the connection, unless the deployer may do so at once`,
    ]);
}

/** Private endpoints whose zone the configuration does not choose. */
function recordsOfOthers({ inventory: { topology, endpoints } }: Context): string[][] {
  return endpoints.flatMap((endpoint) => {
    const { zones, isByPolicy, hasUnknownZones } = registrationOf(endpoint, topology.zones);
    if (zones.length > 0 || topology.recordedEndpoints.recordsOf(endpoint).length > 0) return [];
    const who = isByPolicy
      ? 'Azure Policy attaches it'
      : 'the configuration gives it no zone, so another team must keep the record';
    const says = hasUnknownZones ? 'a value that only Terraform knows names it' : who;
    return [['private DNS zone', `that of ${endpoint.name ?? endpoint.path}`, says]];
  });
}

function manualLinks({ inventory: { topology, services, model } }: Context): SharedLink[] {
  return services
    .flatMap(({ service: { key } }) => topology.sharedLinks.to(key))
    .filter((link) => !topology.linkApprovals.byLink.has(link))
    .map((link) => sharedLinkOf(link, model));
}

function approval({ inventory, shell }: Context, { link, target, message }: SharedLink): string {
  const isVault = target.resource && LinkKind.VAULT.types.includes(target.resource.type);
  const kind = isVault ? 'VAULT' : 'APP';
  const place = inventory.places.target(target, kind, `the target of ${link.path}`);
  const show = `az ${isVault ? 'keyvault' : 'webapp'} show`;
  // Vaults are found by their names alone.
  const flags = isVault ? `--name ${shell.name(place.name, 'VAULT_NAME')}` : shell.flags(place);
  const text = plain(message.text);
  return commands(approvalCommand(shell.id(place, `${show} ${flags}`), text.replace(/["$`\\]/g, '')));
}
