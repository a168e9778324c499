import { decisive, Step } from './network/step';
import { ModelBlock } from '../../model/model-block';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AppsByHost } from '../../topology/apps/apps-by-host';
import { APP_TYPES } from '../../topology/apps/hosts';
import { parentOf } from '../../topology/apps/integrations';
import { LinkApprovals, linkApprovals } from '../../topology/signalr/link-approvals';
import { Service } from '../../topology/signalr/services';
import { ConnectivityPath, NameResolution, ReportedService } from '../connectivity-data';
import { PUBLIC_ENDPOINT } from '../internal/judge';
import { ResolutionKind } from '../resolution-kind';
import { Verdict } from '../verdict';

/** What calls of a service to its upstreams are called among request types. */
export const UPSTREAM = 'Upstream';

const LINK = 'azurerm_signalr_shared_private_link_resource';
const HOST = /^https?:\/\/((?:\$\{[^}]*\}|[^/:?])+)/;
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
  private readonly approvals: LinkApprovals;
  private readonly apps: AppsByHost;

  public constructor(private readonly model: TerraformModel) {
    this.apps = new AppsByHost(model);
    for (const link of model.resources(LINK)) {
      const service = model.target(link.at('signalr_service_id'), 'azurerm_signalr_service').key;
      const target = model.target(link.at('target_resource_id'), ...APP_TYPES).key ?? ANY;
      this.links.set(keyOf(service, target, link.at('sub_resource_name').knownText ?? ANY), link);
    }
    this.approvals = linkApprovals(model);
  }

  /** The verdicts of a service's calls, one for each app or host. */
  public paths(service: Service): ConnectivityPath[] {
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

  /** What a service calls, for the list of services. */
  public called(service: Service): ReportedService[] {
    return this.upstreamsOf(service).map(({ key, host, app }) => ({
      id: key,
      name: app?.name ?? host,
      type: app?.type ?? 'upstream',
      privateEndpoints: [],
    }));
  }

  private upstreamsOf({ resource }: Service): Upstream[] {
    if (!resource) return [];
    const blocks = resource.blocks('upstream_endpoint');
    if (!blocks) return [{ key: `${resource.path}/upstream_endpoint`, host: 'what only Terraform knows' }];
    const upstreams = blocks.map((block) => this.upstreamOf(resource, block));
    return [...new Map(upstreams.map((upstream) => [upstream.key, upstream])).values()];
  }

  private upstreamOf(service: ModelResource, block: ModelBlock<ModelResource>): Upstream {
    const { text } = block.at('url_template');
    const host = HOST.exec(text)?.[1] ?? text;
    const app = this.apps.find(service.place.stack, host);
    return { key: app?.path ?? host, host, app };
  }

  /** The link to an app, or one that may lead there. */
  private linkTo({ key }: Service, { app }: Upstream): ModelResource | undefined {
    if (!app) return undefined;
    const parent = parentOf(this.model, app);
    const target = parent?.key ?? app.path;
    const part = parent ? `sites-${app.name}` : 'sites';
    const keys = [keyOf(key, target, part), keyOf(key, target, ANY), keyOf(key, ANY, part), keyOf(key, ANY, ANY)];
    return keys.map((each) => this.links.get(each)).find((link) => link !== undefined);
  }

  private throughLink(link: ModelResource): Step {
    const parts = ['signalr_service_id', 'target_resource_id', 'sub_resource_name'].map((name) => link.at(name));
    const isOpen = link.isRepeated || parts.some(({ isUnknown, resource }) => isUnknown && !resource);
    if (isOpen) return unknown(`whether ${link.path} leads to the app is only known when Terraform runs`);
    const approval = this.approvals.byLink.get(link);
    if (approval) {
      const reason = `${link.path} leads to the app, and ${approval.path} approves it`;
      return { verdict: Verdict.ALLOWED, reason, code: 'privatelink/approved' };
    }
    const reason = `${link.path} is Pending until the owner of the app approves it`;
    return { verdict: Verdict.UNKNOWN, reason, code: 'privatelink/pending' };
  }
}

function throughInternet({ app, host }: Upstream): Step {
  if (!app) return unknown(`${host} is not in the tree`);
  const isPublic = app.at('public_network_access_enabled');
  if (isPublic.is(false)) {
    const reason = `${app.path} takes nothing from the internet, and no shared private link leads to it`;
    return { verdict: Verdict.DENIED, reason, code: 'signalr/upstream-unreachable' };
  }
  const action = app.at('site_config.ip_restriction_default_action');
  const isRestricted = !action.isAbsent && !action.is('Allow');
  const restrictions = app.blocks('site_config')?.[0]?.blocks('ip_restriction');
  if (isPublic.isUnknown || isRestricted || restrictions?.length !== 0) {
    return unknown(`the access restrictions of ${app.path} decide`);
  }
  const reason = `${app.path} takes requests from the internet`;
  return { verdict: Verdict.ALLOWED, reason, code: 'signalr/upstream-public' };
}

/** What an app does not answer, whatever way a call takes. */
function answersOf({ app }: Upstream): Step[] {
  if (!app) return [];
  const enabled = app.at('enabled');
  if (enabled.is(false)) {
    return [{ verdict: Verdict.DENIED, reason: `${app.path} is disabled`, code: 'signalr/upstream-unreachable' }];
  }
  if (enabled.isUnknown) return [unknown(`whether ${app.path} is enabled is only known when Terraform runs`)];
  const certificate = app.at('client_certificate_enabled');
  return certificate.isAbsent || certificate.is(false)
    ? []
    : [unknown(`${app.path} may ask for a client certificate, which the service does not have`)];
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

function keyOf(...parts: (string | undefined)[]): string {
  return parts.join(' ');
}
