import { TerraformBackend, TerraformStack } from 'cdktf';
import { resolvedJson } from './resolver';
import { overridesOf } from './stack-overrides';

type Backends = Readonly<Record<string, unknown>>;

/**
 * Returns the place of a stack's state, by the type of its backend, such as `azurerm`; `cloud` for HCP Terraform.
 *
 * cdktf gives a stack without a backend the local one, but only while it synthesizes.
 */
export function backendOf(stack: TerraformStack): Backends {
  const backend = stack.node.children.find((child) => TerraformBackend.isBackend(child)) as
    TerraformBackend | undefined;
  const defined = backend ? backendsIn(resolvedJson(backend, backend.toTerraform())) : { local: {} };
  const all = { ...defined, ...backendsIn(overridesOf(stack)) };
  return Object.fromEntries(Object.entries(all).filter(([, config]) => config !== null));
}

function backendsIn(json: unknown): Backends {
  const { terraform } = json as { terraform?: { backend?: Backends; cloud?: unknown } };
  const cloud = terraform?.cloud === undefined ? {} : { cloud: terraform.cloud };
  return { ...terraform?.backend, ...cloud };
}
