import { FLEX_APP, LEGACY_SITES, LOGIC_APP } from './app-types';
import { settingNamed } from './settings';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { isGiven, isOn } from '../values';

/** Traffic of App Service for an app outside of the app's code, and its route. */
export interface ConfigurationTraffic {
  readonly kind: 'Image' | 'Content' | 'Backup';
  /** Title of the traffic, such as `its image`. */
  readonly title: string;
  /** Reports whether there is such traffic. */
  readonly isThere: Certainty;
  /** Reports whether the traffic goes through the subnet of the app. */
  readonly isRouted: Certainty;
  /** The attribute or setting that routes it there. */
  readonly by: string;
}

const STACK = 'site_config.application_stack';
const IMAGES = [`${STACK}.docker_image_name`, `${STACK}.docker_container_name`, `${STACK}.docker.image_name`];
const BACKUP = 'virtual_network_backup_restore_enabled';
const PULL = 'WEBSITE_PULL_IMAGE_OVER_VNET';
const CONTENT = 'WEBSITE_CONTENTOVERVNET';
const SHARE = 'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING';

/**
 * The configuration traffic of an app, which Route All does not route through the subnet; none for Flex Consumption,
 * which sends everything there, and of legacy types, which have no attribute.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-vnet-integration-routing#configure-configuration-routing
 */
export function configurationTraffic(app: ModelResource): ConfigurationTraffic[] {
  if (app.type === FLEX_APP || LEGACY_SITES.includes(app.type)) return [];
  const content = {
    kind: 'Content',
    title: 'its content share',
    isThere: app.type === LOGIC_APP ? Certainty.YES : Certainty.any(settingNamed(app, SHARE).map(isGiven)),
  } as const;
  if (app.type === LOGIC_APP) {
    const by = 'vnet_content_share_enabled';
    return [{ ...content, isRouted: Certainty.any([isOn(app.at(by), false), isSet(app, CONTENT)]), by }];
  }
  const pull = pullAttribute(app);
  return [
    {
      kind: 'Image',
      title: 'its image',
      isThere: Certainty.any(IMAGES.map((path) => isGiven(app.at(path)))),
      isRouted: Certainty.any([isOn(app.at(pull), false), isSet(app, PULL)]),
      by: pull,
    },
    { ...content, isRouted: isSet(app, CONTENT), by: `the app setting ${CONTENT}` },
    {
      kind: 'Backup',
      title: 'its backups',
      isThere: Certainty.all([isGiven(app.at('backup.storage_account_url')), isOn(app.at('backup.enabled'), true)]),
      isRouted: isOn(app.at(BACKUP), false),
      by: BACKUP,
    },
  ];
}

/** The attribute by which App Service pulls the image of an app over its network. */
export function pullAttribute({ type }: ModelResource): string {
  return /^azurerm_windows_web_app/.test(type) ? 'virtual_network_image_pull_enabled' : 'vnet_image_pull_enabled';
}

/** Reports whether a setting turns something on. */
function isSet(app: ModelResource, name: string): Certainty {
  return Certainty.any(
    settingNamed(app, name).map((value) =>
      Certainty.of(value.isUnknown ? undefined : /^(?:1|true)$/i.test(value.text), value.decidedBy),
    ),
  );
}
