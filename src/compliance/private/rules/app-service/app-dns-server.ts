import { AZURE_DNS } from '../../../../core/internal/azure-dns';
import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { settingNamed } from '../../../../topology/apps/settings';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const SETTING = 'WEBSITE_DNS_SERVER';
/** The server, and the one that is asked where it does not answer. */
const SETTINGS = [SETTING, 'WEBSITE_DNS_ALT_SERVER'];

export const appDnsServer: Rule = {
  id: 'APP14',
  name: 'AppDnsServer',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['NS-2'] },
  summary: 'Apps use the DNS servers of their network.',
  explanation:
    'Another server does not know the private zones: it answers with the public address of the SignalR service, which rejects server connections.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-name-resolution',
  fix: `Leave ${SETTING} out, or set it to ${AZURE_DNS} or to a server in dns_servers of azurerm_virtual_network; in this library dnsServers of AppNetwork.define.`,
  evaluate(app, { topology }) {
    if (!app.at('app_settings').entries) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const given = SETTINGS.flatMap((name) => settingNamed(app, name).map((value) => ({ name, value })));
    if (given.length === 0) {
      return RuleVerdict.notApplicable(`it does not set ${SETTING}, so it uses the DNS servers of its network`);
    }
    const judgement = new Judgement();
    const subnet = topology.integrations.subnetOf(app.path);
    const network = subnet && topology.subnets.networkOf(subnet);
    const servers = network && topology.dnsServers.of(network).servers;
    for (const { name, value } of given.filter((each) => !each.value.is(AZURE_DNS))) {
      if (value.isUnknown) {
        judgement.cannotTell(`${name} is only known when Terraform runs`);
      } else if (!subnet) {
        return RuleVerdict.notApplicable('it calls out through no subnet');
      } else if (!servers || servers.some(({ address }) => address === undefined)) {
        judgement.cannotTell('the DNS servers of its network are not known');
      } else if (!servers.some(({ address }) => address === value.text)) {
        judgement.violates({ message: `${name} is ${value.text}, which is not a DNS server of its network` });
      }
    }
    return judgement.verdict('it names DNS servers of Azure or of its network only');
  },
};
