import { firstMatch } from './network/first-match';
import { holds, publicParty } from './network/party';
import { decisive, Step } from './network/step';
import { Certainty } from '../../core/internal/certainty';
import { ModelBlock } from '../../model/model-block';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AccessRestrictions, Restriction } from '../../topology/apps/access-restrictions';
import { nameIn } from '../../topology/apps/apps-by-host';
import { LinkKind } from '../../topology/privatelink/link-kind';
import { Service } from '../../topology/signalr/services';
import { hostIn } from '../../topology/signalr/upstream';
import { Topology } from '../../topology/topology';
import { publicAccess } from '../../topology/values';
import { whereaboutsOf } from '../../topology/whereabouts';
import { ConnectivityPath, NameResolution, ReportedService } from '../connectivity-data';
import { PUBLIC_ENDPOINT } from '../internal/judge';
import { ResolutionKind } from '../resolution-kind';
import { Verdict } from '../verdict';

/** Request type of a service's calls to its upstreams. */
export const UPSTREAM = 'Upstream';

const LINK = 'azurerm_signalr_shared_private_link_resource';
const ANY = '?';

/** An app, or a host outside of the tree, that a service calls. */
interface Upstream {
  readonly key: string;
  readonly host: string;
  readonly app?: ModelResource;
}

/** Follows the calls of SignalR services to their upstreams. */
export class Upstreams {
  private readonly links = new Map<string, ModelResource>();
  private readonly topology: Topology;

  public constructor(model: TerraformModel) {
    this.topology = Topology.of(model);
    for (const link of model.resources(LINK)) {
      const target = LinkKind.SITES.target(model, link.at('target_resource_id'));
      if (!target) continue;
      const service = this.topology.services.ofPart(link).key ?? ANY;
      const site = target.isExternal ? siteKey(target.key!.slice(target.key!.lastIndexOf('/') + 1)) : target.key;
      this.links.set(keyOf(service, site ?? ANY, link.at('sub_resource_name').knownText ?? ANY), link);
    }
  }

  /** The verdicts of a service's calls, one for each app or host. */
  public paths(service: Service): ConnectivityPath[] {
    return [...new Map(this.each(service).map((path) => [path.service, path])).values()];
  }

  /** The verdicts of a service's calls, one for each upstream. */
  public each(service: Service): ConnectivityPath[] {
    return this.upstreamsOf(service).map((upstream) => {
      const link = this.linkTo(service, upstream);
      const way = link ? this.throughLink(link) : throughInternet(upstream);
      const step = decisive([...answersOf(upstream), way]);
      return {
        service: upstream.key,
        origin: service.key,
        requestType: UPSTREAM,
        ...step,
        via: link?.path ?? PUBLIC_ENDPOINT,
        resolution: resolutionOf(upstream, link),
      };
    });
  }

  /** Apps that a service calls, for the list of services. */
  public called(service: Service): ReportedService[] {
    return this.upstreamsOf(service).map(({ key, host, app }) => ({
      id: key,
      name: app?.name ?? host,
      type: app?.type ?? 'upstream',
      privateEndpoints: [],
      ...(app ? whereaboutsOf(this.topology.model, app) : {}),
    }));
  }

  private upstreamsOf({ resource }: Service): Upstream[] {
    if (!resource) return [];
    const blocks = resource.blocks('upstream_endpoint');
    if (!blocks) return [{ key: `${resource.path}/upstream_endpoint`, host: 'what only Terraform knows' }];
    return blocks.map((block) => this.upstreamOf(resource, block));
  }

  private upstreamOf(service: ModelResource, block: ModelBlock<ModelResource>): Upstream {
    const { text } = block.at('url_template');
    const host = hostIn(text) ?? text;
    const app = this.topology.appsByHost.find(service.place.stack, host);
    return { key: app?.path ?? host, host, app };
  }

  /** The link to an app, or one that may lead there. */
  private linkTo({ key }: Service, { app, host }: Upstream): ModelResource | undefined {
    const name = nameIn(host);
    if (!app && name === undefined) return undefined;
    const parent = app && this.topology.apps.parentOf(app);
    const target = parent?.key ?? app?.path ?? siteKey(name!);
    const part = parent ? `sites-${app!.name}` : 'sites';
    const keys = [key, ANY].flatMap((service) =>
      [target, ANY].flatMap((site) => [keyOf(service, site, part), keyOf(service, site, ANY)]),
    );
    return keys.map((each) => this.links.get(each)).find((link) => link !== undefined);
  }

  private throughLink(link: ModelResource): Step {
    const parts = ['signalr_service_id', 'target_resource_id', 'sub_resource_name'].map((name) => link.at(name));
    const { isMaybe, because } = link.presence;
    if (isMaybe) return unknown(because!);
    const isOpen = parts.some(({ isUnknown, resource }) => isUnknown && !resource);
    if (isOpen) return unknown(`whether ${link.path} connects to the app is only known when Terraform runs`);
    const approval = this.topology.linkApprovals.byLink.get(link);
    if (approval) {
      const by = approval === link ? 'its connection is approved' : `${approval.path} approves it`;
      const reason = `${link.path} connects to the app, and ${by}`;
      return { verdict: Verdict.ALLOWED, reason, code: 'privatelink/approved' };
    }
    const reason = `${link.path} is Pending until the owner of the app approves it`;
    return { verdict: Verdict.UNKNOWN, reason, code: 'privatelink/pending' };
  }
}

function throughInternet({ app, host }: Upstream): Step {
  if (!app) return unknown(`${host} is not in the configuration`);
  const isPublic = publicAccess(app).isOn;
  if (isPublic.isNo) {
    const reason = `${app.path} accepts nothing from the internet, and no shared private link connects to it`;
    return { verdict: Verdict.DENIED, reason, code: 'signalr/upstream-unreachable' };
  }
  if (isPublic.isMaybe) return unknown(`the access restrictions of ${app.path} decide`);
  return throughRestrictions(app);
}

/** Calls come from the addresses of the tag: https://learn.microsoft.com/azure/azure-signalr/howto-service-tags */
function throughRestrictions(app: ModelResource): Step {
  const { rules, refusesOthers } = new AccessRestrictions(app, 'ip_restriction');
  const closed: Step = unknown(`the access restrictions of ${app.path} decide`);
  if (!rules) return closed;
  const candidates = rules.map((rule) => {
    const name = `the access restriction ${rule.label} of ${app.path}`;
    const isKnown = Certainty.of(rule.priority !== undefined || undefined, `the priority of ${rule.label}`);
    return {
      applies: Certainty.all([isForService(rule), isKnown, rule.isForAll]),
      step: restricted(
        rule.allows,
        `${name} allows Azure SignalR Service`,
        `${name} denies Azure SignalR Service`,
        closed,
      ),
    };
  });
  const isOpen = `${app.path} accepts requests from the internet`;
  const isClosed = `no access restriction of ${app.path} allows Azure SignalR Service`;
  const step = firstMatch(candidates, restricted(refusesOthers.not, isOpen, isClosed, closed));
  return step.verdict === Verdict.UNKNOWN ? unknown(step.reason) : step;
}

function isForService({ callers, doubt }: Restriction): Certainty {
  const service = publicParty('Azure SignalR Service', 'AzureSignalR', Certainty.NO);
  const isNamed = holds(
    callers.map((text) => (/^any$/i.test(text) ? '*' : text)),
    service,
  );
  return doubt === undefined ? isNamed : Certainty.any([isNamed, Certainty.maybe(doubt)]);
}

function restricted(isOpen: Certainty, open: string, closed: string, otherwise: Step): Step {
  if (isOpen.isYes) return { verdict: Verdict.ALLOWED, reason: open, code: 'signalr/upstream-public' };
  const reason = `${closed}, and no shared private link connects to the app`;
  return isOpen.isNo ? { verdict: Verdict.DENIED, reason, code: 'signalr/upstream-unreachable' } : otherwise;
}

/** Reasons for which an app does not answer, whatever way a call takes. */
function answersOf({ app }: Upstream): Step[] {
  if (!app) return [];
  const { isMaybe, because } = app.presence;
  if (isMaybe) return [unknown(because!)];
  const enabled = app.at('enabled');
  if (enabled.is(false)) {
    return [{ verdict: Verdict.DENIED, reason: `${app.path} is disabled`, code: 'signalr/upstream-unreachable' }];
  }
  if (enabled.isUnknown) return [unknown(`whether ${app.path} is enabled is only known when Terraform runs`)];
  const certificate = app.at('client_certificate_enabled');
  return certificate.isAbsent || certificate.is(false)
    ? []
    : [unknown(`${app.path} may require a client certificate, which the service does not have`)];
}

function unknown(reason: string): Step {
  return { verdict: Verdict.UNKNOWN, reason, code: 'signalr/upstream-unknown' };
}

function resolutionOf({ host }: Upstream, link?: ModelResource): NameResolution {
  if (!link) {
    return {
      kind: ResolutionKind.PUBLIC,
      chain: [host, 'public address'],
      reason: 'the service has no shared private link to it',
    };
  }
  // https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints
  const reason = `${link.path} resolves the name inside of Azure SignalR Service`;
  return {
    kind: ResolutionKind.PRIVATE,
    chain: [host, `A (address of ${link.path})`],
    reason,
    privateEndpoint: link.path,
  };
}

/** An app outside of the configuration is known by its name, which host names begin with. */
function siteKey(name: string): string {
  return `/sites/${name.toLowerCase()}`;
}

function keyOf(...parts: (string | undefined)[]): string {
  return parts.join(' ');
}
