import { TerraformStack } from 'cdktf';
import { allowsRelease } from '../../core/internal/version-range';
import { Problem } from '../../core/internal/violations';
import { requiredAzurerm } from '../../engine/azurerm-major';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** A version of a language that azurerm accepts since a release after 4.55. */
interface NewerVersion {
  readonly types: readonly string[];
  /** Attribute of the block `site_config.application_stack`. */
  readonly attribute: string;
  readonly value: string;
  readonly since: string;
}

const withSlots = (...apps: readonly string[]) => apps.flatMap((app) => [`azurerm_${app}`, `azurerm_${app}_slot`]);
const WEB = withSlots('linux_web_app');
const WINDOWS_WEB = withSlots('windows_web_app');
const FUNCTIONS = withSlots('linux_function_app', 'windows_function_app');

/**
 * Read from the releases of azurerm up to 4.81 and 5.2 on 2026-11-30.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/appservice/helpers/app_stack.go
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/appservice/helpers/function_app_schema.go
 */
const NEWER: readonly NewerVersion[] = [
  { types: WEB, attribute: 'node_version', value: '24-lts', since: '4.58' },
  { types: WEB, attribute: 'python_version', value: '3.14', since: '4.62' },
  { types: WEB, attribute: 'java_version', value: '25', since: '4.62' },
  { types: WINDOWS_WEB, attribute: 'node_version', value: '~24', since: '5.0' },
  { types: FUNCTIONS, attribute: 'node_version', value: '24', since: '4.58' },
  { types: FUNCTIONS, attribute: 'node_version', value: '~24', since: '4.58' },
  { types: FUNCTIONS, attribute: 'python_version', value: '3.14', since: '4.59' },
  { types: FUNCTIONS, attribute: 'java_version', value: '25', since: '4.62' },
  { types: FUNCTIONS, attribute: 'powershell_core_version', value: '7.6', since: '4.75' },
];

/** Languages of apps that the azurerm which their stack requires does not know yet. */
export function runtimeProblems(model: TerraformModel, stack: TerraformStack): Problem[] {
  const required = requiredAzurerm(stack);
  if (required === undefined) return [];
  return NEWER.filter(({ since }) => !allowsRelease(required, since)).flatMap((newer) =>
    model
      .resources(...newer.types)
      .filter((app) => app.place.stack === stack.node.path && isRunBy(app, newer))
      .map((app) => problemOf(app, newer, required)),
  );
}

function isRunBy(app: ModelResource, { attribute, value }: NewerVersion): boolean {
  return app.at(`site_config.application_stack.${attribute}`).is(value);
}

function problemOf(app: ModelResource, { attribute, value, since }: NewerVersion, required: string): Problem {
  const instead = `the construct context ${since.startsWith('5') ? 'azurermMajor: 5' : `azurermVersion: "~> ${since}"`}`;
  const message = `${app.path} has ${attribute} "${value}", which azurerm supports from ${since} on, but its stack requires azurerm ${required}; use ${instead}, or an older version of the language`;
  return { code: 'appservice/runtime-version', message };
}
