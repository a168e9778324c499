import { Place } from './place';
import { Places } from './places';
import { inGroup, named, RENAME, Row, Taken, taken, unique } from './row';
import { ModelResource } from '../model-resource';

const SLOTS = ['linux_web_app', 'windows_web_app', 'linux_function_app', 'windows_function_app'].map(
  (app) => `azurerm_${app}_slot`,
);

/** Apps and slots by the first label of their host names. */
export const SITES: readonly Row[] = [
  {
    types: [
      'azurerm_linux_web_app',
      'azurerm_windows_web_app',
      'azurerm_linux_function_app',
      'azurerm_windows_function_app',
      'azurerm_function_app_flex_consumption',
      'azurerm_logic_app_standard',
      ...SLOTS,
    ],
    code: 'appservice/name-conflict',
    taken: (site, places) => (SLOTS.includes(site.type) ? labelOfSlot(site, places) : taken(Place.AZURE, site)),
    message: (given) => `are apps or slots with the host name "${given}", which is unique in all of Azure; ${RENAME}`,
  },
];

/** Host names and certificates of apps. */
export const HOSTNAMES: readonly Row[] = [
  unique(
    'azurerm_app_service_custom_hostname_binding',
    named('app_service_name'),
    (given) => `bind host name "${given}" to one app; keep one of them`,
    'appservice/custom-hostname',
    'hostname',
  ),
  inGroup('azurerm_app_service_certificate', 'certificates of App Service'),
];

/** Targets of private endpoints and shared private links. */
export const ENDPOINTS: readonly Row[] = [
  {
    types: ['azurerm_private_endpoint'],
    code: 'privatelink/duplicate-target',
    taken: (endpoint, places) => {
      const network = places.identified(endpoint.at('subnet_id'), endpoint).parent;
      return targetsOf(endpoint, places).map((target) => ({ place: network.child(target), given: '' }));
    },
    message: () => 'connect one network to one target, and one DNS record would hide the other; remove one',
  },
  {
    types: ['azurerm_private_endpoint'],
    code: 'privatelink/duplicate-record',
    taken: (endpoint, places) => {
      const zones = endpoint.at('private_dns_zone_group.private_dns_zone_ids').elements ?? [];
      return zones.flatMap((zone) =>
        targetsOf(endpoint, places).map((target) => ({
          place: places.identified(zone, endpoint).child(target),
          given: '',
        })),
      );
    },
    message: () =>
      'record one target in one zone, and the second overwrites the record of the first; give one of them another zone, linked to its own network',
  },
  {
    types: ['azurerm_signalr_shared_private_link_resource'],
    code: 'sharedlink/duplicate',
    taken: (link, places) => {
      const part = link.at('sub_resource_name').text;
      const target = places.targetOf(link.at('target_resource_id'), link);
      const service = places.identified(link.at('signalr_service_id'), link);
      return [{ place: service.child(target, part), given: '' }];
    },
    message: () => 'connect one service to one target; remove one of them',
  },
  {
    types: ['azapi_resource'],
    code: 'core/duplicate-name',
    taken: (resource, places) => {
      const [type] = resource.at('type').text.split('@');
      const isReplica = type.toLowerCase() === 'microsoft.signalrservice/signalr/replicas';
      return isReplica ? taken(places.identified(resource.at('parent_id'), resource), resource) : [];
    },
    message: (given) => `are replicas named "${given}" of one service; ${RENAME}`,
  },
];

/** Roles that are assigned. */
export const GRANTS: readonly Row[] = [
  {
    types: ['azurerm_role_assignment'],
    code: 'identity/duplicate-assignment',
    taken: (assignment, places) => {
      const role = assignment.at('role_definition_id');
      const parts = [role.isAbsent ? assignment.at('role_definition_name') : role, assignment.at('principal_id')];
      const keys = [assignment.at('scope'), ...parts].map((part) => places.targetOf(part, assignment));
      return [{ place: Place.AZURE.child(...keys), given: '' }];
    },
    message: () =>
      'assign one role to one principal at one scope, and Azure accepts one such assignment, whatever its condition; keep one',
  },
];

/** Resources that are named within any resource, by its id. */
export const ATTACHED: readonly Row[] = [
  attached('azurerm_management_lock', 'scope', 'locks'),
  attached('azurerm_monitor_diagnostic_setting', 'target_resource_id', 'diagnostic settings'),
];

function attached(type: string, id: string, what: string): Row {
  return {
    types: [type],
    code: 'core/duplicate-name',
    taken: (part, places) => taken(Place.AZURE.child(places.targetOf(part.at(id), part)), part),
    message: (given) => `are ${what} named "${given}" of one resource; ${RENAME}`,
  };
}

/** Azure names the host of a slot `APP-SLOT`. */
function labelOfSlot(slot: ModelResource, places: Places): Taken[] {
  const id = slot.at(slot.at('app_service_id').isAbsent ? 'function_app_id' : 'app_service_id');
  const app = places.identified(id, slot);
  return taken(app, slot).map(({ place, given }) => {
    if (app.isExpression) return { place, given };
    const label = `${app.name}-${given}`;
    return { place: Place.AZURE.child(label), given: label };
  });
}

/** The target of an endpoint, and its part. */
function targetsOf(endpoint: ModelResource, places: Places): string[] {
  const [connection] = endpoint.blocks('private_service_connection') ?? [];
  if (!connection) return [];
  const id = connection.at('private_connection_resource_id');
  const target = id.isAbsent ? connection.at('private_connection_resource_alias').text : places.targetOf(id, endpoint);
  const parts = connection.at('subresource_names').elements ?? [];
  return [[target, ...parts.map(({ text }) => text)].join(' ')];
}
