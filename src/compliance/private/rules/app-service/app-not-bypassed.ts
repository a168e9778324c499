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
  summary: 'An app behind Azure Front Door or a private endpoint cannot be called past it.',
  explanation:
    'azurerm keeps the public network open beside a private endpoint. Who knows the host name of the app calls it there, without the firewall of Front Door; and each Front Door, whoever owns it, calls from the same addresses.',
  link: 'https://learn.microsoft.com/azure/frontdoor/origin-security',
  fix: 'Set public_network_access_enabled to false behind a private endpoint or a private link of Front Door; else set ip_restriction_default_action to Deny, and allow AzureFrontDoor.Backend with x_azure_fdid; in this library AccessRestrictions.privateEndpointOnly() or frontDoor(...).',
  evaluate(app, { topology: { doors } }) {
    const origins = doors.origins.to(app.path);
    const endpoints = doors.endpoints.to(app.path);
    const doubt = doors.endpoints.doubtOf(app.path) ?? doors.origins.doubtOf(app.path);
    const [door] = [...endpoints, ...origins].map(({ path }) => path);
    if (door === undefined && doubt === undefined) {
      return RuleVerdict.notApplicable('no private endpoint and no Front Door leads to it');
    }
    const open = openness(app);
    const judgement = new Judgement();
    if (door === undefined && !open.isNo) {
      judgement.cannotTell(doubt!);
    } else if (open.isYes) {
      judgement.violates({ id: 'Public', message: `${door} leads to it, and so does the internet` });
    } else if (open.isMaybe) {
      judgement.cannotTell(`whether the internet leads to it past ${door} is not known${since(open)}`);
    }
    if (origins.length > 0 && !publicAccess(app).isOn.isNo) judgeTag(judgement, app);
    return judgement.verdict('nobody on the internet calls it past what is in front of it');
  },
};

/** Whether callers whom no rule names get through from the internet. */
function openness(app: ModelResource): Certainty {
  const callers = new AccessRestrictions(app, 'ip_restriction').callersOnInternet;
  return Certainty.all([publicAccess(app).isOn, callers?.others ?? Certainty.MAYBE]);
}

/** A service tag lets every Front Door in. */
function judgeTag(judgement: Judgement, app: ModelResource): void {
  for (const rule of new AccessRestrictions(app, 'ip_restriction').rules ?? []) {
    const { allows, callers, label } = rule;
    if (!allows.isYes || !callers.some((caller) => FRONT_DOOR.test(caller))) continue;
    const isNamed = rule.names('x_azure_fdid');
    if (isNamed.isNo) judgement.violates({ id: `FrontDoor::${label}`, message: `${label} lets every Front Door in` });
    else if (isNamed.isMaybe) judgement.cannotTell(`whether ${label} lets every Front Door in is not known`);
  }
}

function since({ because }: Certainty): string {
  return because === undefined ? '' : `, since ${because} decides`;
}
