import { APP_TYPES } from './hosts';
import { PUBLIC_ENDPOINT } from './judge';
import { Step } from './network/step';
import { Service } from './services';
import { referencesIn } from '../../core/private/model/expressions';
import { ModelBlock } from '../../core/private/model/model-block';
import { ModelResource } from '../../core/private/model/model-resource';
import { TerraformModel } from '../../core/private/model/terraform-model';
import { ConnectivityPath, NameResolution, ReportedService } from '../connectivity-data';
import { ResolutionKind } from '../resolution-kind';
import { Verdict } from '../verdict';

/** What calls of a service to its upstreams are called among request types. */
export const UPSTREAM = 'Upstream';

const LINK = 'azurerm_signalr_shared_private_link_resource';
const LINK_ADDRESS = new RegExp(`${LINK}\\.[\\w-]+`, 'g');
const HOST = /^https?:\/\/((?:\$\{[^}]*\}|[^/:?{])+)/;

/** An app, or a host outside of the tree, that a service calls. */
interface Upstream {
  readonly key: string;
  readonly host: string;
  readonly app?: ModelResource;
}

/** Follows the calls of SignalR services to their upstreams. */
export class Upstreams {
  private readonly links = new Map<string, ModelResource>();
  private readonly approvals = new Map<string, ModelResource>();
  private readonly appsByName = new Map<string, ModelResource>();
  private readonly appsByAddress = new Map<string, ModelResource>();

  public constructor(model: TerraformModel) {
    for (const link of model.resources(LINK)) {
      const service = model.target(link.at('signalr_service_id'), 'azurerm_signalr_service').key;
      const target = model.target(link.at('target_resource_id'), ...APP_TYPES).key;
      this.links.set(pair(service, target), link);
    }
    for (const approval of model.resources('azapi_update_resource', 'azapi_resource_action')) {
      if (/"status":"Approved"/.test(JSON.stringify(approval.at('body').json ?? ''))) this.addApproval(approval);
    }
    for (const app of model.resources(...APP_TYPES)) {
      if (app.name !== undefined) this.appsByName.set(app.name.toLowerCase(), app);
      this.appsByAddress.set(pair(app.place.stack, app.place.address), app);
    }
  }

  /** The verdicts of a service's calls, one for each app or host. */
  public paths(service: Service): ConnectivityPath[] {
    return this.upstreamsOf(service).map((upstream) => {
      const link = this.links.get(pair(service.key, upstream.key));
      const step = link ? this.throughLink(link) : throughInternet(upstream);
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
    const upstreams = resource.blocks('upstream_endpoint')?.map((block) => this.upstreamOf(resource, block)) ?? [];
    return [...new Map(upstreams.map((upstream) => [upstream.key, upstream])).values()];
  }

  private upstreamOf(service: ModelResource, block: ModelBlock<ModelResource>): Upstream {
    const { text } = block.at('url_template');
    const host = HOST.exec(text)?.[1] ?? text;
    const [name] = host.split('.');
    const app = this.appsByName.get(name.toLowerCase()) ?? this.appIn(service.place.stack, host);
    return { key: app?.path ?? host, host, app };
  }

  /** The app whose host name a host refers to. */
  private appIn(stack: string, host: string): ModelResource | undefined {
    const [reference] = referencesIn(host);
    return reference && this.appsByAddress.get(pair(reference.stack ?? stack, reference.resource));
  }

  /** An approval finds its connection by the link, or waits for it. */
  private addApproval(approval: ModelResource): void {
    const text = JSON.stringify([approval.at('resource_id').json, approval.at('depends_on').json]);
    for (const [address] of text.matchAll(LINK_ADDRESS)) {
      this.approvals.set(pair(approval.place.stack, address), approval);
    }
  }

  private throughLink(link: ModelResource): Step {
    const approval = this.approvals.get(pair(link.place.stack, link.place.address));
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
  const isRestricted = app.at('site_config.ip_restriction_default_action').is('Deny');
  const restrictions = app.blocks('site_config')?.[0]?.blocks('ip_restriction');
  if (isPublic.isUnknown || isRestricted || restrictions?.length !== 0) {
    return unknown(`the access restrictions of ${app.path} decide`);
  }
  const reason = `${app.path} takes requests from the internet`;
  return { verdict: Verdict.ALLOWED, reason, code: 'signalr/upstream-public' };
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

function pair(service: string | undefined, target: string | undefined): string {
  return `${service} -> ${target}`;
}
