import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZAPI_TYPES } from '../azapi-types';
import { Block, lists } from '../values';

/** Facts about the access control list of a SignalR service in the tree. */
export interface AccessList {
  /** The list, where the tree has one. */
  readonly resource?: ModelResource;
  /** Reports whether the list exists. */
  readonly presence: Certainty;
  /** Reason why the list may be another one. */
  readonly doubt?: string;
  /** Reason why the service may be open or closed in other ways than its resource shows. */
  readonly serviceDoubt?: string;
  /** Reports whether azapi writes rules for addresses on the public endpoint. */
  readonly hasIpRules: boolean;
}

const SERVICE = 'azurerm_signalr_service';
const SERVICE_TYPE = /^microsoft\.signalrservice\/signalr(@|$)/i;
const ADDRESS_RULES = /ip_?rules/i;
/** Properties set by azurerm that azapi may change. */
const DECISIVE = /publicNetworkAccess|defaultAction|"publicNetwork\\?"|privateEndpoints/i;
const ANY_SERVICE = '';

/** The access control lists of services, and what azapi changes of them. */
export class AccessListIndex {
  private readonly lists = new Map<string, ModelResource[]>();
  private readonly settings = new Map<string, ModelResource[]>();

  public constructor(private readonly model: TerraformModel) {
    model
      .resources('azurerm_signalr_service_network_acl')
      .forEach((list) => addTo(this.lists, this.keyIn(list, 'signalr_service_id'), list));
    model
      .resources(...AZAPI_TYPES)
      .filter((settings) => SERVICE_TYPE.test(settings.at('type').knownText ?? 'microsoft.signalrservice/signalr'))
      .forEach((settings) => addTo(this.settings, this.keyIn(settings, 'resource_id'), settings));
  }

  /** Keys of the services that lists are for. */
  public get keys(): string[] {
    return [...this.lists.keys()];
  }

  /** The lists that are, or may be, for the service with a key; every list, where the key is not known. */
  public candidatesFor(key: string | undefined): readonly ModelResource[] {
    return key === undefined ? [...this.lists.values()].flat() : this.at(this.lists, key);
  }

  /** All lists for the service with a key. */
  public listsOf(key: string): readonly ModelResource[] {
    return this.lists.get(key) ?? [];
  }

  /** The list of the service with a key. */
  public of(key: string): AccessList {
    const own = this.listsOf(key);
    const settings = this.at(this.settings, key);
    const doubt = doubtOf(key, own, this.lists.get(ANY_SERVICE));
    const others = doubt === undefined ? Certainty.NO : Certainty.maybe(doubt);
    return {
      resource: own[0],
      presence: Certainty.any([...own.map(({ presence }) => presence), others]),
      doubt,
      serviceDoubt: settings.filter(isDecisive).map(({ path }) => `${path} changes ${key} by azapi`)[0],
      hasIpRules: settings.some((each) => ADDRESS_RULES.test(textOf(each))),
    };
  }

  private at(index: Map<string, ModelResource[]>, key: string): ModelResource[] {
    return [...(index.get(key) ?? []), ...(index.get(ANY_SERVICE) ?? [])];
  }

  private keyIn(resource: ModelResource, attribute: string): string {
    return this.model.target(resource.at(attribute), SERVICE).key ?? ANY_SERVICE;
  }
}

/** Each list replaces all of the one before. */
function doubtOf(
  key: string,
  own: readonly ModelResource[],
  others: readonly ModelResource[] = [],
): string | undefined {
  const [repeated] = own.flatMap((list) => list.presence.because ?? []);
  if (repeated) return repeated;
  if (own.length > 1) {
    return `${own.map(({ path }) => path).join(' and ')} both write the access control list of ${key}, and the last one replaces the other`;
  }
  return others.length > 0 ? `whether ${others[0].path} is for ${key} is only known when Terraform runs` : undefined;
}

/** Reports whether a body holds what decides on access, or may hold it. */
function isDecisive(settings: ModelResource): boolean {
  const body = settings.at('body');
  const properties = settings.at('body.properties');
  const acls = settings.at('body.properties.networkACLs');
  const isOpaque = [body, properties, acls].some(({ isUnknown, json }) => isUnknown && typeof json === 'string');
  return isOpaque || DECISIVE.test(textOf(settings));
}

/** The action of a list for requests that no rule of it names; `undefined` where that is not known. */
export function defaultActionOf(list: ModelResource): string | undefined {
  return list.at('default_action').knownText;
}

function textOf(settings: ModelResource): string {
  return JSON.stringify(settings.at('body').json ?? '');
}

/**
 * Reports whether an access control list allows requests of a type. Decides as Azure does: first by what is said of the
 * network that a request comes from, then by the default action.
 *
 * @param network block of the public network or of a private endpoint; `undefined` where the list has none for it
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control
 */
export function admits(list: Block, network: Block | undefined, requestType: string): Certainty {
  const isDenied = network ? lists(network.at('denied_request_types'), requestType) : Certainty.NO;
  if (!isDenied.isNo) return isDenied.not;
  const isAllowed = network ? lists(network.at('allowed_request_types'), requestType) : Certainty.NO;
  if (!isAllowed.isNo) return isAllowed;
  const action = list.at('default_action');
  return action.is('Allow') || action.is('Deny') ? Certainty.of(action.is('Allow')) : Certainty.MAYBE;
}
