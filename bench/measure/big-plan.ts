import { mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** The plan of the main example as Terraform wrote it, below the root of the repository. */
export const PLAN = join('test', 'fixtures', 'terraform', 'quick-start', 'plan.json');

interface Module {
  resources: unknown[];
}

interface Plan {
  resource_changes: unknown[];
  planned_values: { root_module: Module };
  configuration: { root_module: Module };
}

/** The file of a plan that creates the main example so often that it has some number of resources. */
export function bigPlan(root: string, resources: number): string {
  const text = readFileSync(join(root, PLAN), 'utf8');
  const plan = JSON.parse(text) as Plan;
  const each = plan.resource_changes.length;
  for (let copy = 1; copy * each < resources; copy++) {
    const names = text.replaceAll('Chat_', `Chat${copy}_`).replaceAll('chat', `chat${copy}`);
    const other = JSON.parse(names.replaceAll('4e39fc', copy.toString(16).padStart(6, '0'))) as Plan;
    plan.resource_changes.push(...other.resource_changes);
    plan.planned_values.root_module.resources.push(...other.planned_values.root_module.resources);
    plan.configuration.root_module.resources.push(...other.configuration.root_module.resources);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  return file;
}
