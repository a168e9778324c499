import { Certainty } from '../../core/internal/certainty';
import { isExpression, plainExpressions } from '../../core/internal/expressions';
import { isSecretName, queryOf } from '../../core/internal/url-secrets';
import { ModelResource } from '../../model/model-resource';
import { Block, isGiven } from '../values';

const FILLED_IN_BY_SERVICE = /^\{(?:@Microsoft\.KeyVault\(.*|hub|category|event)\}$/;

const HOST = /^https?:\/\/(?:\$\{[^{}]*\}|[^/?${])*/i;

/** What a Serverless SignalR service calls. */
export class Upstream {
  public constructor(
    /** Place among the upstreams of the service, from 0. */
    public readonly index: number,
    private readonly block: Block,
  ) {}

  /** The address, as far as it is known at synth. */
  public get url(): string {
    return this.block.at('url_template').text;
  }

  /** Whether the service signs in there with its identity. The attribute holds the audience of the token. */
  public get hasAudience(): Certainty {
    return isGiven(this.block.at('user_assigned_identity_id'));
  }

  /** Whether the service reads a part of the address from a Key Vault. */
  public get readsVault(): Certainty {
    return this.holds(this.url.includes('{@Microsoft.KeyVault('));
  }

  /** Whether the service shows anything by which the upstream tells it from others. */
  public get isAuthenticated(): Certainty {
    return Certainty.any([this.hasAudience, this.holds(this.secrets.length > 0)]);
  }

  /** Names of the query parameters whose secret value stands in the address itself. */
  public get openSecrets(): string[] {
    return this.secrets.filter(({ value }) => !FILLED_IN_BY_SERVICE.test(value)).map(({ name }) => name);
  }

  /** Whether the address holds what can be read of it, or may hold it in what only Terraform knows behind the host. */
  private holds(isRead: boolean): Certainty {
    if (isRead) return Certainty.YES;
    return isExpression(this.url.replace(HOST, '')) ? Certainty.maybe(plainExpressions(this.url)) : Certainty.NO;
  }

  private get secrets() {
    return queryOf(this.url).filter(({ name, value }) => value !== '' && isSecretName(name));
  }
}

/** The upstreams of a service; `undefined` where only Terraform knows them. */
export function upstreamsOf(service: ModelResource): Upstream[] | undefined {
  return service.blocks('upstream_endpoint')?.map((block, index) => new Upstream(index, block));
}

/** Whether a service calls upstreams at all. */
export function isServerless(service: ModelResource): Certainty {
  const mode = service.at('service_mode');
  return Certainty.of(mode.isUnknown ? undefined : mode.is('Serverless'), mode.decidedBy);
}
