import { Certainty } from '../../core/internal/certainty';
import { isExpression, plainExpressions } from '../../core/internal/expressions';
import { isSecretName, queryOf } from '../../core/internal/url-secrets';
import { ModelResource } from '../../model/model-resource';
import { Block, isGiven, Value } from '../values';

const FILLED_IN_BY_SERVICE = /^\{(?:@Microsoft\.KeyVault\(.*|hub|category|event)\}$/;

/** Matches the user part before a host: https://datatracker.ietf.org/doc/html/rfc3986#section-3.2.1. */
const USER_INFO = String.raw`(?:\$\{[^{}]*\}|[^/?#@{])*@`;
const HAS_USER_INFO = new RegExp(`^https?://${USER_INFO}`, 'i');
const HOST_NAME = new RegExp(String.raw`^https?://(?:${USER_INFO})?((?:\$\{[^}]*\}|[^/:?])+)`, 'i');
/** Matches references that the service fills in; expressions of Terraform have a sign before their brace. */
const FILLED_IN = /\{@Microsoft\.KeyVault\([^)]*\)\}/g;
const TRIGGER = /^https?:\/\/(?:\$\{[^{}]*\}|[^/?#])+\/runtime\/webhooks\/signalr\/?(?=[?#]|$)/i;
/** Some call a key by one letter; short numbers under it are no keys. */
const SHORT_NAME = /^k=.{8}/i;

const HOST = /^https?:\/\/(?:\$\{[^{}]*\}|[^/?${])*/i;

/** Target that a Serverless SignalR service calls. */
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

  /** The host, as far as it is known at synth; `undefined` where nothing of the address is. */
  public get host(): string | undefined {
    return hostIn(this.url);
  }

  /** The path, as far as it is known at synth. */
  public get path(): string {
    return this.url.replace(HOST, '').split(/[?#]/)[0] || '/';
  }

  /** Reports whether the service signs in there with its identity. */
  public get hasAudience(): Certainty {
    return isGiven(this.audience);
  }

  /** The audience of the token with which the service signs in, which azurerm names otherwise. */
  public get audience(): Value {
    return this.block.at('user_assigned_identity_id');
  }

  /** Reports whether the service reads a part of the address from a Key Vault. */
  public get readsVault(): Certainty {
    return this.holds(this.url.includes('{@Microsoft.KeyVault('));
  }

  /** Reports whether the service shows anything by which the upstream distinguishes it from other callers. */
  public get isAuthenticated(): Certainty {
    return Certainty.any([this.hasAudience, this.showsSecret]);
  }

  /** Reports whether the address has a secret, wherever the service reads it. */
  public get showsSecret(): Certainty {
    return this.holds(this.secrets.length > 0 || this.hasUserInfo);
  }

  /** Words for the places of secrets in the address itself, such as `as code`. */
  public get openSecrets(): string[] {
    const open = this.secrets.filter(({ value }) => !FILLED_IN_BY_SERVICE.test(value));
    return [...(this.hasUserInfo ? ['in front of its host'] : []), ...open.map(({ name }) => `as ${name}`)];
  }

  /**
   * Reports whether the address is that of the SignalR trigger of Azure Functions, and is known to have no key for it.
   */
  public get lacksTriggerKey(): boolean {
    if (!TRIGGER.test(this.url)) return false;
    const query = queryOf(this.url);
    const isOpen = isExpression(this.url.split('?').slice(1).join('?').replace(FILLED_IN, ''));
    return !isOpen && !query.some(({ name, value }) => name.toLowerCase() === 'code' && value !== '');
  }

  private get hasUserInfo(): boolean {
    return HAS_USER_INFO.test(this.url);
  }

  /**
   * Reports whether the address holds what can be read of it, or may hold it in what only Terraform knows behind the
   * host.
   */
  private holds(isRead: boolean): Certainty {
    if (isRead) return Certainty.YES;
    return isExpression(this.url.replace(HOST, '')) ? Certainty.maybe(plainExpressions(this.url)) : Certainty.NO;
  }

  private get secrets() {
    return queryOf(this.url).filter(
      ({ name, value }) => value !== '' && (isSecretName(name) || SHORT_NAME.test(`${name}=${value}`)),
    );
  }
}

/** The host of an address, without a user name and a password in front of it. */
export function hostIn(url: string): string | undefined {
  return HOST_NAME.exec(url)?.[1];
}

/** The upstreams of a service; `undefined` where only Terraform knows them. */
export function upstreamsOf(service: ModelResource): Upstream[] | undefined {
  return service.blocks('upstream_endpoint')?.map((block, index) => new Upstream(index, block));
}

/** Reports whether a service calls upstreams at all. */
export function isServerless(service: ModelResource): Certainty {
  const mode = service.at('service_mode');
  return Certainty.of(mode.isUnknown ? undefined : mode.is('Serverless'), mode.decidedBy);
}
