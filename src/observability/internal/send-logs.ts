import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { Violations } from '../../core/internal/violations';
import { DiagnosticSetting } from '../diagnostic-setting';
import { LogCategories } from '../log-categories';
import { LogDestination } from '../log-destination';
import { LogWorkspaceProps } from '../log-workspace';
import { settingNameProblems } from './names';
import { workspaceNameFrom } from '../private/workspace-name';

/** Facts about a resource whose logs are sent. */
export interface LoggedResource {
  readonly targetResourceId: string;
  readonly logs: LogCategories;
  /** Name of the diagnostic setting. */
  readonly name?: string;
  /** Properties of a new workspace, under a name that is made to fit; `undefined` where no resource group is known. */
  readonly newWorkspace?: LogWorkspaceProps;
  readonly provider?: TerraformProvider;
}

/** Defines the one diagnostic setting of a resource, and a new workspace where one is asked for, in its construct. */
export function sendLogs(owner: Construct, destination: LogDestination, logged: LoggedResource): DiagnosticSetting {
  const { newWorkspace, name = 'logs', ...setting } = logged;
  const violations = new Violations(owner);
  if (owner.node.tryFindChild('DiagnosticSetting')) {
    // Azure answers 409 to a second setting that sends a category to the same workspace.
    violations.add(
      'logs/duplicate-setting',
      'the logs are sent already; name all destinations in one call, with LogDestination.several(...)',
    );
  }
  if (destination._needsWorkspace && !newWorkspace) {
    violations.add(
      'logs/destination',
      'a new workspace needs a resource group, but the resource group of this existing service is not known; give resourceGroup in the attributes, or give a workspace',
    );
  }
  violations.include(settingNameProblems(name), 'DiagnosticSetting');
  violations.include(destination._problems(), 'DiagnosticSetting');
  violations.include(destination._workspaceProblems(), 'LogWorkspace');
  violations.throwIfAny();

  const workspace = newWorkspace && { ...newWorkspace, name: workspaceNameFrom(newWorkspace.name) };
  return new DiagnosticSetting(owner, 'DiagnosticSetting', {
    name,
    ...setting,
    destination: workspace ? destination._definedIn(owner, workspace) : destination,
  });
}
