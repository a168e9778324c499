import { AZURE_DNS } from '../../../../core/internal/azure-dns';
import { Severity } from '../../../severity';
import { dnsServersOf } from '../../relations/dns-servers';
import { integrations } from '../../relations/integrations';
import { APPS, settingsOf } from '../../relations/web-apps';
import { Rule, RuleVerdict } from '../../rule';

const SETTING = 'WEBSITE_DNS_SERVER';

export const appDnsServer: Rule = {
  id: 'APP14',
  name: 'AppDnsServer',
  severity: Severity.WARNING,
  types: APPS,
  controls: { benchmark: ['NS-2'] },
  summary: 'Apps ask the DNS of their network.',
  explanation:
    'Another server does not know the private zones: it answers with the public address of the SignalR service, which refuses server connections.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-name-resolution',
  fix: `Leave ${SETTING} out, or set it to ${AZURE_DNS} or to a server in dns_servers of azurerm_virtual_network; in this library dnsServers of AppNetwork.define.`,
  evaluate(app, context) {
    const settings = settingsOf(app);
    if (!settings) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const setting = settings.find(({ name }) => name.toUpperCase() === SETTING);
    if (!setting) return RuleVerdict.notApplicable(`it does not set ${SETTING}, so it asks the DNS of its network`);
    const server = setting.value.knownText;
    if (server === undefined) return RuleVerdict.unknown(`${SETTING} is only known when Terraform runs`);
    if (server === AZURE_DNS) return RuleVerdict.compliant(`${SETTING} is the DNS of Azure`);
    const integrated = context.derive(integrations);
    const [subnetId] = integrated.subnetIdsOf(app);
    if (!subnetId && !integrated.haveUnknownApps) return RuleVerdict.notApplicable('it calls out through no subnet');
    const servers = subnetId && dnsServersOf(subnetId, context);
    if (!servers) return RuleVerdict.unknown('the DNS servers of its network are not known');
    return servers.includes(server)
      ? RuleVerdict.compliant(`${SETTING} is a server of its network`)
      : RuleVerdict.violated({ message: `${SETTING} is ${server}, which is not a DNS server of its network` });
  },
};
