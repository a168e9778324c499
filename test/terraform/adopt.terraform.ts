import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { adoptingStack } from '../check/support/adopting-stack';
import { adoptionOf, importsIn, movedIn } from '../check/support/adoption';
import { terraformJson } from '../support/terraform-files';

/** A resource that Terraform has by itself, so that nothing is downloaded. */
const BUILT_IN = 'terraform_data';
const state = terraformJson('hcl-modules/state.json');

/** Addresses of azurerm as those of what Terraform has by itself. */
function builtIn(text: string): string {
  return text.replace(/\bazurerm_(\w+)\.([\w-]+)/g, (_, type, name) => `${BUILT_IN}.${type}-${name}`);
}

/** What Terraform prints for a configuration. */
function terraform(files: Readonly<Record<string, string>>, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'adopt-'));
  const env = { PATH: process.env.PATH, TF_CLI_CONFIG_FILE: join(folder, 'terraformrc') };
  const run = (given: readonly string[]) => {
    const { stdout, error } = spawnSync('terraform', given, { cwd: folder, encoding: 'utf8', env });
    if (error) throw new Error(`these tests need terraform in PATH: ${error.message}`);
    return stdout;
  };
  try {
    Object.entries({ ...files, terraformrc: '' }).forEach(([name, text]) => writeFileSync(join(folder, name), text));
    run(['init', '-backend=false', '-input=false']);
    return run(args);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `terraform validate` has against a configuration. */
function faultsOf(files: Readonly<Record<string, string>>): unknown {
  return JSON.parse(terraform(files, 'validate', '-json')).diagnostics;
}

/** A configuration of resources alone. */
function resourcesAt(addresses: readonly string[]): string {
  const names = addresses.map((address) => builtIn(address).slice(BUILT_IN.length + 1));
  return JSON.stringify({ resource: { [BUILT_IN]: Object.fromEntries(names.map((name) => [name, {}])) } });
}

// The syntax is that of Terraform's documents:
// https://developer.hashicorp.com/terraform/language/block/import, .../block/moved and .../block/removed
describe('Terraform accepts', () => {
  test('import blocks beside the stack, and removed blocks in place of the configuration', async () => {
    const { written } = await adoptionOf(state, adoptingStack());
    const { 'Chat/import.tf': imports, 'removed.tf': removed } = written;
    const stack = resourcesAt(Object.keys(importsIn(imports)));
    const files = { 'cdk.tf.json': stack, 'import.tf': builtIn(imports) };
    expect(faultsOf(files)).toEqual([]);
    expect(terraform(files, 'plan', '-no-color', '-input=false')).toContain(
      'Plan: 18 to import, 0 to add, 0 to change, 0 to destroy.',
    );
    expect(faultsOf({ 'removed.tf': builtIn(removed) })).toEqual([]);
  }, 60_000);

  test('moved and removed blocks beside a stack that takes over the state', async () => {
    const half = adoptingStack();
    delete half.resource.azurerm_signalr_service_network_acl;
    delete half.resource.azurerm_network_security_group;
    const { written } = await adoptionOf(state, half, '--same-state');
    const text = written['Chat/moved.tf'];
    const addresses = [...Object.values(movedIn(text)), ...Object.keys(importsIn(text))];
    expect(text).toContain('removed {');
    expect(faultsOf({ 'cdk.tf.json': resourcesAt(addresses), 'moved.tf': builtIn(text) })).toEqual([]);
  }, 60_000);

  test('no block that forgets one instance', () => {
    const removed = `removed {\n  from = ${BUILT_IN}.x["a"]\n  lifecycle {\n    destroy = false\n  }\n}\n`;
    expect(faultsOf({ 'removed.tf': removed })).toEqual([expect.objectContaining({ severity: 'error' })]);
  }, 60_000);
});
