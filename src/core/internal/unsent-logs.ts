import { IConstruct } from 'constructs';
import { isInTree, registry } from './registry';

/** Logs of a resource that the configuration sends nowhere, by the word of its user. */
export interface UnsentLogs {
  /** The construct that says so. */
  readonly setting: IConstruct;
  /** Azure id of the resource, as its stack refers to it. */
  readonly targetResourceId: string;
  readonly reason: string;
}

/** Keeps that the logs of a resource are sent nowhere. */
export function keepUnsentLogs(logs: UnsentLogs): void {
  entriesOf(logs.setting).set(logs.setting.node.path, logs);
}

/** The logs in a tree that are sent nowhere. */
export function unsentLogsOf(tree: IConstruct): UnsentLogs[] {
  return [...entriesOf(tree).values()].filter(({ setting }) => isInTree(setting));
}

function entriesOf(tree: IConstruct): Map<string, UnsentLogs> {
  return registry<UnsentLogs>(tree, 'logs that are not sent');
}
