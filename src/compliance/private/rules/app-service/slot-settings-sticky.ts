import { SLOTS } from '../../../../topology/apps/app-types';
import { settingsOf } from '../../../../topology/apps/settings';
import { slotConnections } from '../../../../topology/apps/slot-settings';
import { signalrSettings } from '../../../../topology/signalr/connections';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

/** A swap moves settings, but neither identities nor networks. */
export const slotSettingsSticky: Rule = {
  id: 'APP20',
  name: 'SlotSettingsSticky',
  severity: Severity.WARNING,
  types: SLOTS,
  controls: {},
  summary: 'Settings for SignalR that a slot has otherwise than its app stay where they are when slots are swapped.',
  explanation:
    'A swap exchanges app settings, but identities and networks stay. Production then calls the service of the slot, or signs in with an identity that it does not have, and clients lose their connections.',
  link: 'https://learn.microsoft.com/azure/app-service/deploy-staging-slots#which-settings-are-swapped',
  fix: 'Name the setting in sticky_settings of the app, app_setting_names or connection_string_names; in this library connectServer and connectNegotiator of app and slot do it.',
  evaluate(slot, { topology }) {
    const parent = topology.apps.parentOf(slot);
    const app = parent?.resource;
    if (!app) {
      const settings = settingsOf(slot);
      if (settings && signalrSettings(settings).length === 0) return RuleVerdict.notApplicable(UNCONNECTED);
      return RuleVerdict.unknown('its app, which says what is sticky, is not known');
    }
    const connections = slotConnections(app, slot);
    if (!connections) return RuleVerdict.unknown('the settings of app and slot are only known when Terraform runs');
    if (connections.length === 0) return RuleVerdict.notApplicable(UNCONNECTED);
    const judgement = new Judgement();
    for (const { name, differs, isSticky } of connections) {
      if (differs.isNo || isSticky.isYes) continue;
      if (differs.isYes && isSticky.isNo) {
        const message = `${name} differs from that of ${app.path} and is not sticky, so a swap would exchange them`;
        judgement.violates({ id: `Setting::${name}`, message });
      } else {
        const { because = 'a value' } = differs.isMaybe ? differs : isSticky;
        judgement.cannotTell(`whether a swap would exchange ${name} depends on ${because}`);
      }
    }
    return judgement.verdict('what differs from its app is sticky');
  },
};

const UNCONNECTED = 'neither app nor slot names a SignalR service';
