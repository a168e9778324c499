import { IConstruct } from 'constructs';
import { asText } from '../../core/internal/as-text';
import { resolvedJson } from '../../engine/resolver';

/**
 * Reports whether a key of the report is that of a construct: the resource itself, or a construct of this library,
 * which names
 * its one resource `Resource`. What else a construct holds is not meant, as it may hold several.
 */
export function isKeyOf(key: string, path: string): boolean {
  return key === path || key === `${path}/Resource`;
}

/** The key of a subnet that is a block of the resource of its network. */
export function blockKeyOf(construct: IConstruct): string | undefined {
  const { _network: network, subnetId } = construct as IConstruct & { _network?: IConstruct; subnetId?: string };
  if (!network || subnetId === undefined) return undefined;
  const id = asText(resolvedJson(construct, subnetId));
  return `${network.node.path}${id.slice(id.lastIndexOf('/subnets/'))}`.toLowerCase();
}

/** Key of a SignalR service among some; an existing one has its id for a key. */
export function serviceKeyAmong(
  keys: readonly string[],
  service: IConstruct & { readonly serviceId?: string },
): string | undefined {
  const { node, serviceId } = service;
  const id = serviceId && asText(resolvedJson(service, serviceId)).toLowerCase();
  return keys.find((key) => isKeyOf(key, node.path) || key === id);
}
