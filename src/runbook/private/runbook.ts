import { Context } from './context';
import { Inventory } from './inventory';
import { accessChecks } from './sections/access-checks';
import { afterwards } from './sections/afterwards';
import { allowedSection } from './sections/allowed';
import { deploymentChecks } from './sections/deployment-checks';
import { identityChecks } from './sections/identity-checks';
import { logSection } from './sections/logs';
import { nameChecks } from './sections/name-checks';
import { networkChecks } from './sections/network-checks';
import { ownerSection, UnsentReason } from './sections/owners';
import { stackSection } from './sections/stack';
import { upstreamChecks } from './sections/upstream-checks';
import { addressesIn, commands, troubleshooting } from './text';
import { escaped } from '../../core/internal/markdown';
import { TerraformModel } from '../../model/terraform-model';

/**
 * The runbook of a scope, as Markdown.
 *
 * @param scope path of a construct; empty for all that the model has
 * @param unsent logs that are sent by others, or nowhere
 */
export function runbookOf(model: TerraformModel, scope: string, unsent: readonly UnsentReason[]): string {
  const context = new Context(new Inventory(model, scope));
  const { services, apps } = context.inventory;
  const title = `# Runbook: ${escaped(scope || 'all stacks')}`;
  if (services.length === 0 && apps.length === 0) {
    return `${title}\n\nThe configuration defines no SignalR service and no app here.\n`;
  }
  const numbered = checks(context);
  const rest = [...logSection(context), ...ownerSection(context, unsent), ...afterwards(context)];
  const sections = [
    title,
    `For the night in which an app does not reach its SignalR service. Go from the name to the connection to the answer: a wrong address explains everything after it. ${troubleshooting('Before you begin')} has the same for any deployment.`,
    ...variables(context),
    ...stackSection(context.inventory),
    ...allowedSection(context.inventory),
    '## 3. Checks, in this order',
    ...numbered,
    ...rest,
  ];
  const text = sections.join('\n\n');
  return `${text}\n\n${addressesIn(text)}\n`;
}

function checks(context: Context): string[] {
  const all = [
    ...nameChecks(context),
    ...networkChecks(context),
    ...accessChecks(context),
    ...identityChecks(context),
    ...upstreamChecks(context),
    ...deploymentChecks(context),
  ];
  return all
    .filter(([heading]) => heading !== undefined)
    .flatMap(([heading, ...rest], index) => [heading.replace('### ', `### 3.${index + 1} `), ...rest]);
}

/** Variables of the commands, which only Azure knows, or the reader. */
function variables({ shell: { declarations } }: Context): string[] {
  if (declarations === '') return [];
  return [
    'Run this first, in a shell that is signed in with `az login`. The other commands use these variables.',
    commands(declarations),
  ];
}
