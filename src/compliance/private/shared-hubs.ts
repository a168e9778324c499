import { IConstruct } from 'constructs';
import { ImpliedEntry } from './acknowledgement-book';
import { sharedHubsOf } from '../../core/internal/shared-hubs';
import { SIGNALR } from '../../topology/signalr/connections';

/** Acknowledgements for hosts that share hubs with others by the word of their user. */
export function sharedHubEntries(tree: IConstruct): ImpliedEntry[] {
  return sharedHubsOf(tree).map((host) => {
    const { path } = host.node;
    // Findings name the provider's resource.
    const resource = host.node.defaultChild ?? host;
    const reason = `sharesHubs is true for the connection of ${path}`;
    return {
      scope: host,
      path,
      name: path,
      isImplied: true,
      acknowledgement: { rule: `SIG11[Hubs::${resource.node.path}]`, reason },
      covers: ({ type }) => type === SIGNALR,
    };
  });
}
