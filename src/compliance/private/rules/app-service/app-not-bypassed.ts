import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { AccessRestrictions } from '../../../../topology/apps/access-restrictions';
import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { publicAccess } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const FRONT_DOOR = /^azurefrontdoor\.backend$/i;

export const appNotBypassed: Rule = {
  id: 'APP19',
  name: 'AppNotBypassed',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['NS-2'] },
  summary: 'Callers cannot bypass the Azure Front Door or private endpoint in front of an app.',
  explanation:
    'A private endpoint alone does not close the public network. A caller who knows the host name of the app reaches it there, without the firewall of Front Door; and the Front Doors of all customers call from the same addresses.',
  link: 'https://learn.microsoft.com/azure/frontdoor/origin-security',
  fix: 'Set public_network_access_enabled to false behind a private endpoint or a private link of Front Door; else set ip_restriction_default_action to Deny, and allow AzureFrontDoor.Backend with x_azure_fdid; in this library AccessRestrictions.privateEndpointOnly() or frontDoor(...).',
  evaluate(app, { topology: { doors } }) {
    const origins = doors.origins.to(app.path);
    const endpoints = doors.endpoints.to(app.path);
    const doubt = doors.endpoints.doubtOf(app.path) ?? doors.origins.doubtOf(app.path);
    const [door] = [...endpoints, ...origins].map(({ path }) => path);
    if (door === undefined && doubt === undefined) {
      return RuleVerdict.notApplicable('no private endpoint and no Front Door connects to it');
    }
    const open = openness(app);
    const judgement = new Judgement();
    if (door === undefined && !open.isNo) {
      judgement.cannotTell(doubt!);
    } else if (open.isYes) {
      judgement.violates({ id: 'Public', message: `${door} connects to it, but the internet reaches it too` });
    } else if (open.isMaybe) {
      judgement.cannotTell(`whether the internet reaches it past ${door} is not known${since(open)}`);
    }
    if (origins.length > 0 && !publicAccess(app).isOn.isNo) judgeTag(judgement, app);
    return judgement.verdict('no caller on the internet bypasses what is in front of it');
  },
};

/** Reports whether callers whom no rule names get through from the internet. */
function openness(app: ModelResource): Certainty {
  const callers = new AccessRestrictions(app, 'ip_restriction').callersOnInternet;
  return Certainty.all([publicAccess(app).isOn, callers?.others ?? Certainty.MAYBE]);
}

/** A service tag allows every Front Door. */
function judgeTag(judgement: Judgement, app: ModelResource): void {
  for (const rule of new AccessRestrictions(app, 'ip_restriction').rules ?? []) {
    const { allows, callers, label } = rule;
    if (!allows.isYes || !callers.some((caller) => FRONT_DOOR.test(caller))) continue;
    const isNamed = rule.names('x_azure_fdid');
    if (isNamed.isNo) judgement.violates({ id: `FrontDoor::${label}`, message: `${label} allows every Front Door` });
    else if (isNamed.isMaybe) judgement.cannotTell(`whether ${label} allows every Front Door is not known`);
  }
}

function since({ because }: Certainty): string {
  return because === undefined ? '' : `, since ${because} decides`;
}
