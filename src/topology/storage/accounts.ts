import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Referrers } from '../referrers';
import { hasElements, isOn, lists, Value } from '../values';

const ACCOUNT = 'azurerm_storage_account';
/** Network rules that are a resource of their own. */
export const NETWORK_RULES = 'azurerm_storage_account_network_rules';
const ACCESS = 'public_network_access_enabled';

/** The network rules of an account: a block of it, or a resource of their own. */
export interface StorageRules {
  /** Why it is not known which rules apply. */
  readonly doubt?: string;
  at(attribute: string): Value;
  /** What a message calls an attribute. */
  nameOf(attribute: string): string;
}

/** The storage accounts of a configuration, and what leads to them. */
export class StorageAccounts {
  /** The private endpoints of accounts. */
  public readonly endpoints: Referrers;

  private readonly rules: Referrers;

  public constructor(private readonly model: TerraformModel) {
    this.endpoints = new Referrers(
      model.resources('azurerm_private_endpoint'),
      (endpoint) => {
        const id = endpoint.at('private_service_connection.private_connection_resource_id');
        const isElsewhere = id.isAbsent || (id.resource && id.resource.type !== ACCOUNT);
        return isElsewhere ? undefined : model.target(id, ACCOUNT);
      },
      (path) => `what ${path} connects to`,
    );
    this.rules = new Referrers(
      model.resources(NETWORK_RULES),
      (rules) => model.target(rules.at('storage_account_id'), ACCOUNT),
      (path) => `which storage account ${path} is for`,
    );
  }

  /** The network rules of an account. A resource of their own overwrites the block, and the last of several decides. */
  public rulesOf(account: ModelResource): StorageRules {
    const [apart, second] = this.rules.to(account.path);
    const several = second && `which of ${apart.path} and ${second.path} decides is not known`;
    const doubt = several ?? this.rules.doubtOf(account.path);
    if (apart) return { ...rulesIn(apart), nameOf: (attribute) => `${attribute} of ${apart.path}`, doubt };
    const nameOf = (attribute: string) => `network_rules.${attribute}`;
    return { at: (attribute) => account.at(nameOf(attribute)), nameOf, doubt };
  }

  /** Network rules of their own, where the configuration is not known to define their account. */
  public rulesOfOther(rules: ModelResource): StorageRules | undefined {
    const { resource } = this.model.target(rules.at('storage_account_id'), ACCOUNT);
    return resource?.isManaged ? undefined : rulesIn(rules);
  }

  /** Whether anybody reaches an account other than through a private endpoint. */
  public isReachedWithoutEndpoint(account: ModelResource): Certainty {
    const { at, nameOf, doubt } = this.rulesOf(account);
    if (doubt !== undefined) return Certainty.maybe(doubt);
    const [action, bypass] = [at('default_action'), at('bypass')];
    const isOpen = Certainty.of(action.isUnknown ? undefined : !action.is('Deny'));
    const others = ['ip_rules', 'virtual_network_subnet_ids'].map((name) =>
      named(nameOf(name), hasElements(at(name)), at(name)),
    );
    const access = account.at(ACCESS);
    const isPublic = named(ACCESS, isOn(access, true), access);
    // Azure lets the services that Microsoft trusts in by default; only who names them wants them to be let in.
    const trusted = named(nameOf('bypass'), lists(bypass, 'AzureServices'), bypass);
    const isLetIn = Certainty.any([named(nameOf('default_action'), isOpen, action), ...others]);
    return Certainty.any([Certainty.all([isPublic, isLetIn]), trusted]);
  }

  /** Whether an account keeps the Terraform state of a stack. */
  public holdsState(account: ModelResource): boolean {
    const names = this.model
      .resources('backend')
      .flatMap((stack) => stack.blocks('azurerm') ?? [])
      .flatMap((backend) => backend.at('storage_account_name').knownText ?? []);
    return account.name !== undefined && names.includes(account.name);
  }
}

function rulesIn(rules: ModelResource): StorageRules {
  return { at: (attribute) => rules.at(attribute), nameOf: (attribute) => attribute };
}

function named(name: string, holds: Certainty, { decidedBy }: Value): Certainty {
  return holds.isMaybe ? Certainty.maybe(`${name} is ${decidedBy}, which is only known when Terraform runs`) : holds;
}
