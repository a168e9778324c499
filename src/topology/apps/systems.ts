import { FLEX_APP } from './app-types';
import { ModelResource } from '../../model/model-resource';

/** Operating systems of apps, as plans name them. */
export type AppSystem = 'Linux' | 'Windows' | 'WindowsContainer';

const SYSTEMS: readonly AppSystem[] = ['Linux', 'Windows', 'WindowsContainer'];

/** The operating system of an app; `undefined` where the configuration does not say. */
export function systemOf(app: ModelResource, plan: ModelResource | undefined): AppSystem | undefined {
  const ofPlan = plan?.at('os_type').knownText;
  const known = SYSTEMS.find((system) => system === ofPlan);
  if (known) return known;
  if (app.type === FLEX_APP || /^azurerm_linux_/.test(app.type)) return 'Linux';
  if (!/^azurerm_windows_/.test(app.type)) return undefined;
  const stack = 'site_config.application_stack';
  const images = ['docker_image_name', 'docker_container_name'].map((name) => app.at(`${stack}.${name}`));
  return images.some(({ isAbsent }) => !isAbsent) ? 'WindowsContainer' : 'Windows';
}
