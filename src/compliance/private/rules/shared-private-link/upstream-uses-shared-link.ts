import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import { Severity } from '../../../severity';
import { Judgement } from '../../relations/judgement';
import { LinkKind } from '../../relations/link-kind';
import { appNameOf, appOf, appsByName } from '../../relations/service-apps';
import { sharedPrivateLinks } from '../../relations/signalr-parts';
import { isServerless, Upstream, upstreamsOf } from '../../relations/upstreams';
import { isOn } from '../../relations/values';
import { Finding, Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

interface Judged {
  readonly finding?: Finding;
  readonly unknown?: string;
}

/** A private upstream is called over a shared private link. */
export const upstreamUsesSharedLink: Rule = {
  id: 'SPL1',
  name: 'UpstreamUsesSharedLink',
  severity: Severity.WARNING,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['NS-2'] },
  summary:
    'A Serverless service reaches upstream apps that are closed for the public network over shared private links.',
  explanation:
    'SignalR calls upstreams from the public network. An app that is closed there answers only over a shared private link of the service.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  fix: 'Define an azurerm_signalr_shared_private_link_resource with sub_resource_name sites; in this library addSharedPrivateLink(...) of the service.',
  evaluate: (service, context) => {
    if (isServerless(service) === false) return RuleVerdict.notApplicable('only a Serverless service calls upstreams');
    const upstreams = upstreamsOf(service);
    if (!upstreams) return RuleVerdict.unknown('the upstreams are not known at synth');
    if (upstreams.length === 0) return RuleVerdict.notApplicable('the service calls no upstream');
    const targets = linkTargets(service, context);
    const judged = upstreams.map((upstream) => judge(upstream, targets, context));
    return new Judgement()
      .violates(...judged.flatMap(({ finding }) => finding ?? []))
      .cannotTell(...judged.flatMap(({ unknown }) => unknown ?? []))
      .verdict('no upstream app is closed for the service');
  },
};

function linkTargets(service: ModelResource, context: RuleContext): Target[] {
  const links = context.derive(sharedPrivateLinks).of(service);
  return links.flatMap((link) => LinkKind.SITES.target(context.model, link.at('target_resource_id')) ?? []);
}

function judge(upstream: Upstream, targets: readonly Target[], context: RuleContext): Judged {
  const app = appOf(upstream, context.derive(appsByName));
  if (!app) return judgeOutside(upstream, targets);
  const isPublic = isOn(app.at('public_network_access_enabled'), true);
  if (isPublic || targets.some(({ key }) => key === app.path)) return {};
  const mayBeLinked = targets.some(({ isUnknown }) => isUnknown) || hasUndecidedLinks(context);
  if (isPublic === undefined || mayBeLinked) {
    return { unknown: `whether the service reaches ${app.path}, upstream ${upstream.index}, is not known at synth` };
  }
  const message = `upstream ${upstream.index}, ${app.path}, is closed for the public network, and no shared private link leads there`;
  return { finding: { id: `Upstream::${upstream.index}`, message } };
}

/** Of an app outside of the tree only a link to it tells that it is reached. */
function judgeOutside({ index, host }: Upstream, targets: readonly Target[]): Judged {
  const name = host && appNameOf(host);
  if (host && !name && !host.startsWith('${')) return {};
  if (name && targets.some(({ key }) => key?.endsWith(`/sites/${name}`))) return {};
  return { unknown: `whether upstream ${index} is closed for the public network is not known` };
}

function hasUndecidedLinks(context: RuleContext): boolean {
  return context.derive(sharedPrivateLinks).hasUnknown;
}
