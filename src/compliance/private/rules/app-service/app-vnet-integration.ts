import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { APPS_AND_SLOTS, LEGACY_SITES } from '../../../../topology/apps/app-types';
import { isGiven } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

const WITHOUT_SUBNET = 'virtual_network_subnet_id is not set, so the app calls out over the internet';

/** Legacy types have no attribute for it. */
const WITHOUT_CONNECTION = 'no swift connection integrates the app with a subnet, so it calls out over the internet';

const WITH_SUBNET = RuleVerdict.compliant('it calls out through a subnet');

export const appVnetIntegration: Rule = {
  id: 'APP1',
  name: 'AppVnetIntegration',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['NS-1'],
    policies: ['72d04c29-f87d-4575-9731-419ff16a2757', '24b7a1c6-44fe-40cc-a2e6-242d2ef70e98'],
  },
  differs: {
    '72d04c29-f87d-4575-9731-419ff16a2757':
      'Requires the subnet in the request for the app, as the policy for slots does; the rule also accepts a swift connection, which is a resource of its own.',
  },
  summary: 'Apps call out through a subnet.',
  explanation:
    'An app outside of the network cannot reach private endpoints: its server connections to SignalR cross the internet, or fail. It is a warning where no setting of the app names a SignalR service, or a target of a private endpoint of the configuration.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration',
  fix: 'Set virtual_network_subnet_id, or define azurerm_app_service_virtual_network_swift_connection for a legacy type; in this library integrationSubnet of the app.',
  evaluate(app, { topology }) {
    const { integrations } = topology;
    const isInEnvironment = integrations.isInEnvironment(app.path);
    if (isInEnvironment.isYes) {
      return RuleVerdict.notApplicable('it runs in an App Service Environment, in a network');
    }
    if (isInEnvironment.isMaybe) {
      return RuleVerdict.unknown(`whether it runs in a network is not known, since ${isInEnvironment.because} decides`);
    }
    const subnet = integrations.subnetOf(app.path);
    if (!subnet) {
      const message = LEGACY_SITES.includes(app.type) ? WITHOUT_CONNECTION : WITHOUT_SUBNET;
      return RuleVerdict.violated({ message, severity: severityFor(topology.privateCalls.isCaller(app)) });
    }
    // Which subnet it is does not matter here.
    return subnet.isUnknown ? judgeGiven(app) : WITH_SUBNET;
  },
  // A connection of its own comes after the app, whose request is refused by then:
  // https://github.com/Azure/azure-policy, App_VNetIntegrationEnabled_Audit.json.
  evaluatePolicy(app) {
    const id = app.at('virtual_network_subnet_id');
    return id.isAbsent || id.is('') ? RuleVerdict.violated({ message: WITHOUT_SUBNET }) : judgeGiven(app);
  },
};

/** An app that calls nothing private works without a subnet, and nothing that the product promises breaks. */
function severityFor(isCaller: Certainty): Severity | undefined {
  return isCaller.isYes ? undefined : Severity.WARNING;
}

function judgeGiven(app: ModelResource): RuleVerdict {
  return isGiven(app.at('virtual_network_subnet_id')).isYes
    ? WITH_SUBNET
    : RuleVerdict.unknown('its subnet is only known when Terraform runs');
}
