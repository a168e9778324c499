import { Verdict } from '../../../../connectivity/verdict';
import { isExpression } from '../../../../core/internal/expressions';
import { nameIn } from '../../../../topology/apps/apps-by-host';
import { Severity } from '../../../severity';
import { judgeUpstreams } from '../../judge-upstreams';
import { Judgement } from '../../judgement';
import { Rule } from '../../rule';

/** A private upstream is called over a shared private link. */
export const upstreamUsesSharedLink: Rule = {
  id: 'SPL1',
  name: 'UpstreamUsesSharedLink',
  severity: Severity.WARNING,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['NS-2'] },
  summary:
    'A Serverless service reaches upstream apps that are closed to the public network over shared private links.',
  explanation:
    'SignalR calls upstreams from the public network. An app that is closed there answers only over a shared private link of the service.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  fix: 'Define an azurerm_signalr_shared_private_link_resource with sub_resource_name sites; in this library addSharedPrivateLink(...) of the service.',
  evaluate: (service, { topology, connectivity }) =>
    judgeUpstreams(service, () => {
      const judgement = new Judgement();
      connectivity.upstreamsOf(topology.services.get(service.path)!).forEach((path, index) => {
        const cause = `upstream ${index}: ${path.reason} [${path.code}]`;
        // What becomes of a link that is there is for SPL3 to say.
        const isOpen = path.verdict === Verdict.UNKNOWN && path.code !== 'privatelink/pending';
        if (path.verdict === Verdict.DENIED) judgement.violates({ id: `Upstream::${index}`, message: cause });
        else if (isOpen && mayBeApp(path.service)) judgement.cannotTell(cause);
      });
      return judgement.verdict('no upstream app is closed for the service');
    }),
};

/** Reports whether an app, by its path or host, may be one of App Service; others have no shared private links. */
function mayBeApp(host: string): boolean {
  return !host.includes('.') || isExpression(host) || nameIn(host) !== undefined;
}
