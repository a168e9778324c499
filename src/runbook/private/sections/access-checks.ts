import { Verdict } from '../../../connectivity/verdict';
import { ModelResource } from '../../../model/model-resource';
import { RequestType } from '../../../signalr/values';
import { defaultActionOf } from '../../../topology/signalr/access-list';
import { publicAccess } from '../../../topology/values';
import { endpointConnections, expecting, networkRules } from '../../internal/commands';
import { Context } from '../context';
import { ServiceEntry } from '../inventory';
import { check, Item, troubleshooting } from '../text';

const TYPES = Object.values(RequestType);

/** Checks of what the service lets in, and whether its endpoints are connected. */
export function accessChecks(context: Context): string[][] {
  const { services } = context.inventory;
  return [
    check(
      'Access control list',
      'The list decides by the network that a request comes over, before any token is read.',
      services.map((entry) => listItem(context, entry)),
      [
        `an endpoint without rules: plan and apply again; ${troubleshooting('403 from the service')}.`,
        `clients that are denied: ${troubleshooting('Clients cannot connect')}.`,
      ],
    ),
    check(
      'Private endpoint connections',
      'A connection that is not approved lets nothing through.',
      services.map((entry): Item => ({ label: entry.label, code: endpointConnections(context.service(entry)) })),
      [`Pending, Rejected or Disconnected: ${troubleshooting('A Pending connection')}.`],
    ),
    check(
      'Private endpoints',
      'The endpoint is ready once both of its states are Succeeded and Approved.',
      services.flatMap(({ service }) => service.endpoints.map((endpoint) => endpointItem(context, endpoint))),
      [
        `another state: ${troubleshooting('A private endpoint that does not get ready')}. To replace it, run the last command in the folder of the stack, then plan and apply once more for the list.`,
      ],
    ),
  ];
}

function listItem(context: Context, entry: ServiceEntry): Item {
  const { service, label } = entry;
  const { analysis } = context.inventory;
  const list = service.list.resource;
  const action = list && defaultActionOf(list);
  const isOn = service.resource && publicAccess(service.resource).isOn;
  const ofInternet = analysis.ofInternet(service).filter(({ verdict }) => verdict === Verdict.ALLOWED);
  const endpoints = service.endpoints.map((endpoint): [string, string[]] => {
    const paths = analysis.atEndpoint(service, endpoint, TYPES);
    const unknown = paths.filter(({ verdict }) => verdict === Verdict.UNKNOWN).map(({ requestType }) => requestType);
    const allowed = paths.filter(({ verdict }) => verdict === Verdict.ALLOWED).map(({ requestType }) => requestType);
    return [endpoint.name ?? endpoint.path, unknown.length > 0 ? ['what only Azure knows'] : allowed];
  });
  return {
    label,
    code: networkRules(context.service(entry), {
      defaultAction: action ?? (list ? 'as Terraform decides' : 'as Azure made it'),
      publicNetwork: isOn?.isNo ? undefined : ofInternet.map(({ requestType }) => requestType),
      endpoints,
    }),
    notes: [service.list.doubt, service.list.serviceDoubt],
  };
}

function endpointItem({ inventory, shell }: Context, endpoint: ModelResource): Item {
  const { address } = endpoint.place;
  const place = inventory.places.of(endpoint, 'ENDPOINT');
  const state = 'privateLinkServiceConnectionState.status';
  const query = `{state:provisioningState, connection:privateLinkServiceConnections[0].${state}, manual:manualPrivateLinkServiceConnections[0].${state}}`;
  return {
    label: place.name.text ?? endpoint.path,
    code: [
      expecting(
        'Succeeded, and Approved in one of the two',
        `az network private-endpoint show ${shell.flags(place)} --query "${query}"`,
      ),
      `# terraform apply -replace=${shell.word(address)}`,
    ].join('\n'),
  };
}
