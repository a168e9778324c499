import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AppCode, ContainerImage, PlanSku, Runtime, WebAppProps } from '../../src/appservice';
import { only } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const PACKAGE = 'WEBSITE_RUN_FROM_PACKAGE';
const runtime = Runtime.container(ContainerImage.of('crcontoso.azurecr.io', 'chat/hub', '1.4.2'));

/**
 * Applies what an app ignores of its settings and image, as a resource that Terraform has by itself; changes the state as a
 * pipeline changes the app; and shows what Terraform plans, before and after a change of the configuration.
 */
function plansAround(change: Partial<WebAppProps>, deploy: (app: any) => void): string[] {
  const { stack, define } = setUpLinux(PlanSku.P0V3);
  define({ ...change, code: AppCode.byPipeline() });
  const { app_settings: settings, site_config: site, lifecycle } = only(stack, 'azurerm_linux_web_app');
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  const env = { PATH: process.env.PATH, TF_CLI_CONFIG_FILE: join(folder, 'terraformrc') };
  const state = join(folder, 'terraform.tfstate');
  const write = (command: string) => {
    // The settings are a map, as azurerm has them, and null where there are none.
    const written = settings ? `\${tomap(${JSON.stringify(settings).replace(/":"/g, '" = "')})}` : '${var.none}';
    const site_config = [{ application_stack: [site.application_stack], app_command_line: command }];
    const ignored = lifecycle.ignore_changes.map((path: string) => `input.${path}`);
    const app = { input: { app_settings: written, site_config }, lifecycle: { ignore_changes: ignored } };
    const variable = { none: { type: 'map(string)', default: null } };
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ variable, resource: { terraform_data: { app } } }));
  };
  const run = (...args: string[]) => {
    const { stdout, stderr, error } = spawnSync('terraform', args, { cwd: folder, encoding: 'utf8', env });
    if (error) throw new Error(`these tests need terraform in PATH: ${error.message}`);
    return stdout + stderr;
  };
  try {
    writeFileSync(join(folder, 'terraformrc'), '');
    write('dotnet chat.dll');
    run('init', '-input=false');
    run('apply', '-auto-approve', '-input=false');
    const json = JSON.parse(readFileSync(state, 'utf8'));
    const { attributes } = json.resources[0].instances[0];
    [attributes.input.value, attributes.output.value].forEach(deploy);
    writeFileSync(state, JSON.stringify({ ...json, serial: json.serial + 1 }));
    const unchanged = run('plan', '-no-color', '-input=false');
    write('dotnet other.dll');
    return [unchanged, run('plan', '-no-color', '-input=false')];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('Terraform leaves to the pipeline', () => {
  test.each<[string, Partial<WebAppProps>]>([
    ['where there are settings', { appSettings: { COLOR: 'blue' } }],
    ['where there are none', {}],
    ['where it is set at first', { appSettings: { [PACKAGE]: '0' } }],
  ])(
    'the setting of the package, %s',
    (_, change) => {
      const [unchanged, changed] = plansAround(change, (app) => {
        app.app_settings = { ...app.app_settings, [PACKAGE]: '1' };
      });
      expect(unchanged).toContain('No changes.');
      expect(changed).toContain('0 to add, 1 to change, 0 to destroy');
      expect(changed).toMatch(/~ app_command_line\s+= "dotnet chat.dll" -> "dotnet other.dll"/);
      expect(changed.split('~ output')[0]).not.toContain(PACKAGE);
    },
    60_000,
  );

  test('the image of a container', () => {
    const [unchanged, changed] = plansAround({ runtime }, (app) => {
      app.site_config[0].application_stack[0].docker_image_name = 'chat/hub:1.5.0';
    });
    expect(unchanged).toContain('No changes.');
    expect(changed).toContain('0 to add, 1 to change, 0 to destroy');
    expect(changed.split('~ output')[0]).not.toContain('chat/hub:1.4.2');
  }, 60_000);
});
