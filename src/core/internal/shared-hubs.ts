import { IConstruct } from 'constructs';
import { isInTree, registry } from './registry';

/** Keeps whether a host shares hubs with other hosts of its service, by the word of its user. */
export function keepSharedHubs(host: IConstruct, isShared: boolean): void {
  const hosts = hostsOf(host);
  if (isShared) hosts.set(host.node.path, host);
  else hosts.delete(host.node.path);
}

/** The hosts in a tree that share hubs on purpose. */
export function sharedHubsOf(tree: IConstruct): IConstruct[] {
  return [...hostsOf(tree).values()].filter(isInTree);
}

function hostsOf(tree: IConstruct): Map<string, IConstruct> {
  return registry<IConstruct>(tree, 'hosts that share hubs');
}
