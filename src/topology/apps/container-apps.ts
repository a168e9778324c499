import type { Host } from './hosts';
import type { Setting } from './settings';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Subnets } from '../network/subnets';
import { Block } from '../values';

/** Types that Azure Container Apps runs. */
export const CONTAINER_APPS = ['azurerm_container_app', 'azurerm_container_app_job'];

const ENVIRONMENT = 'azurerm_container_app_environment';

/** Reports whether a resource is a container app. */
export function isContainerApp({ type }: ModelResource): boolean {
  return CONTAINER_APPS.includes(type);
}

/**
 * The container apps of a configuration. They call out through the subnet of their environment, with all that they
 * send, and ask the DNS servers of its network; without a subnet of its own an environment is in a network of Azure.
 *
 * @see https://learn.microsoft.com/azure/container-apps/custom-virtual-networks
 */
export function containerHosts(model: TerraformModel, subnets: Subnets): Host[] {
  return model.resources(...CONTAINER_APPS).map((app) => ({
    app,
    subnet: subnetOf(app, model, subnets),
    routesAll: Certainty.YES,
    dnsServers: { own: [], alternative: [] },
  }));
}

function subnetOf(app: ModelResource, model: TerraformModel, subnets: Subnets): Target | undefined {
  const environment = model.target(app.at('container_app_environment_id'), ENVIRONMENT).resource;
  if (!environment?.isManaged) return Target.unknown();
  const id = environment.at('infrastructure_subnet_id');
  return id.isAbsent ? undefined : subnets.target(id);
}

/** The variables of the containers of an app; `undefined` where only Terraform will know which there are. */
export function variablesOf(app: ModelResource): Setting[] | undefined {
  const containers = app.blocks('template')?.map((template) => template.blocks('container'));
  const variables = containers?.flat().map((container) => container?.blocks('env'));
  if (!variables || variables.some((blocks) => blocks === undefined)) return undefined;
  const secrets = app.blocks('secret') ?? [];
  return variables.flatMap((blocks) =>
    blocks!.map((block) => ({ name: block.at('name').text, value: valueOf(block, secrets) })),
  );
}

/** A variable has a value of its own, or that of a secret of the app, which may be in a Key Vault. */
function valueOf(variable: Block, secrets: readonly Block[]) {
  const name = variable.at('secret_name');
  if (name.isAbsent) return variable.at('value');
  const secret = secrets.find((block) => block.at('name').text === name.text);
  if (!secret) return name;
  const value = secret.at('value');
  return value.isAbsent ? secret.at('key_vault_secret_id') : value;
}
