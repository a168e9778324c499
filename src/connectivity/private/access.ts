import { ModelBlock } from '../../model/model-block';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { TerraformModel } from '../../model/terraform-model';
import { AccessRules, DefaultAction, RequestType } from '../../signalr/values';
import { decide } from '../../signalr/values/decide';
import { Verdict } from '../verdict';
import { Step } from './network/step';
import { Service } from '../../topology/signalr/services';

const NO_RULES = AccessRules._read([], []);

/** Decides what the access control lists of SignalR services let in. */
export class AccessLists {
  public constructor(private readonly model: TerraformModel) {}

  /** Reports whether a request is let in over a private endpoint, or else over the public one. */
  public judge(service: Service, type: RequestType, endpoint?: ModelResource): Step {
    if (!service.resource) {
      return unknown(`the configuration does not define ${service.key}, so which requests it allows is not known`);
    }
    const { doubt, serviceDoubt } = service.list;
    if (serviceDoubt) return unknown(serviceDoubt);
    const { because } = service.resource.presence;
    if (because) return unknown(because);
    if (doubt && !isClosed(service.resource, endpoint)) return unknown(doubt);
    return endpoint ? this.judgePrivate(service, type, endpoint) : this.judgePublic(service, service.resource, type);
  }

  private judgePublic(service: Service, resource: ModelResource, type: RequestType): Step {
    const isOn = resource.at('public_network_access_enabled');
    if (isOn.isUnknown) {
      return unknown(`whether ${service.key} has a public endpoint is only known when Terraform runs`);
    }
    const accessList = service.list.resource;
    const rules = accessList && rulesOf(accessList.blocks('public_network')?.[0]);
    const publicNetworkAccess = !isOn.is(false);
    const step =
      publicNetworkAccess && !accessList
        ? byDefault(service, type, 'its public endpoint')
        : evaluate(accessList, { isPublic: true, publicNetworkAccess, rules, type });
    if (step.verdict !== Verdict.ALLOWED) return step;
    if (service.list.hasIpRules) return unknown(`IP rules decide which requests ${service.key} allows`);
    return step;
  }

  private judgePrivate(service: Service, type: RequestType, endpoint: ModelResource): Step {
    const accessList = service.list.resource;
    if (!accessList) return byDefault(service, type, endpoint.path);
    const blocks = accessList.blocks('private_endpoint');
    const targets = blocks?.map((block) => this.model.target(block.at('id'), endpoint.type));
    const index = targets?.findIndex(({ resource }) => resource === endpoint) ?? -1;
    const open = blocks?.filter((_, at) => targets?.[at].isUnknown);
    if (index < 0 && (!open || open.length > 0)) {
      // Azure lets in the same whichever of them names the endpoint, and where none does.
      const steps = [NO_RULES, ...(open ?? []).map(rulesOf)].map((each) => ofRules(accessList, each, type));
      if (open && steps.every(({ verdict }) => verdict === steps[0].verdict)) return steps[0];
      return unknown(`which private endpoints ${accessList.path} names is only known when Terraform runs`);
    }
    const block = blocks?.[index];
    if (block && !isExact(block.at('id'), endpoint)) {
      return unknown(
        `${accessList.path} names ${endpoint.path} in another letter case, which azurerm reads as another endpoint`,
      );
    }
    // azurerm gives a connection that is not listed an empty list, so the default action decides.
    const step = ofRules(accessList, block ? rulesOf(block) : NO_RULES, type);
    if (blocks?.length !== 0 || step.verdict === Verdict.ALLOWED) return step;
    // azurerm then writes nothing of endpoints, and Azure gives one that comes after the list all types of requests.
    return unknown(
      `${accessList.path} has no private_endpoint block, so what Azure allows over ${endpoint.path} depends on which of them is created first`,
    );
  }
}

/** Reports whether an id that is written as text has the letters of the resource. */
function isExact({ resource, text }: ModelValue<ModelResource>, { name, group, type }: ModelResource): boolean {
  if (resource?.type === type || name === undefined) return true;
  return text.endsWith(`/${name}`) && (group === undefined || text.includes(`/resourceGroups/${group}/`));
}

/**
 * Without a list, the public endpoint and each private one take all types of requests: that is what Azure gives a new
 * endpoint, and what azurerm restores where a list is deleted.
 *
 * @see https://github.com/Azure/bicep/issues/14384
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/signalr/signalr_service_network_acl_resource.go
 */
function byDefault({ key }: Service, type: RequestType, entrance: string): Step {
  const reason = `${key} has no access control list, and Azure's default allows ${type} over ${entrance}`;
  return { verdict: Verdict.ALLOWED, reason, code: 'nac/allowed' };
}

/** Reports whether nothing passes, whatever the list says. */
function isClosed(service: ModelResource, endpoint: ModelResource | undefined): boolean {
  return !endpoint && service.at('public_network_access_enabled').is(false);
}

/** The two lists of a block; `undefined` where they are not known, or azurerm would reject them. */
function rulesOf(block: ModelBlock<ModelResource> | undefined): AccessRules | undefined {
  if (!block) return undefined;
  const allowed = typesIn(block, 'allowed_request_types');
  const denied = typesIn(block, 'denied_request_types');
  if (!allowed || !denied || (allowed.length > 0 && denied.length > 0)) return undefined;
  return AccessRules._read(allowed, denied);
}

function typesIn(block: ModelBlock<ModelResource>, attribute: string): RequestType[] | undefined {
  const value = block.at(attribute);
  if (value.isAbsent) return [];
  return Array.isArray(value.known) ? (value.known as RequestType[]) : undefined;
}

/** Verdict of a list over a private endpoint that has these rules there. */
function ofRules(accessList: ModelResource, rules: AccessRules | undefined, type: RequestType): Step {
  return evaluate(accessList, { isPublic: false, publicNetworkAccess: true, rules, type });
}

interface Question {
  readonly isPublic: boolean;
  readonly publicNetworkAccess: boolean;
  readonly rules?: AccessRules;
  readonly type: RequestType;
}

function evaluate(accessList: ModelResource | undefined, { type, rules, ...question }: Question): Step {
  const action = accessList?.at('default_action').known;
  // A file may hold what azurerm would refuse.
  const isAction = action === DefaultAction.ALLOW || action === DefaultAction.DENY;
  const decides = accessList?.path ?? 'Azure';
  if (!question.publicNetworkAccess || (rules && isAction)) {
    const allowsByDefault = action === DefaultAction.ALLOW;
    const { allowed, reason } = decide({ ...question, rules: rules ?? NO_RULES, allowsByDefault }, type);
    return {
      verdict: allowed ? Verdict.ALLOWED : Verdict.DENIED,
      reason: `${reason} (${decides})`,
      code: allowed ? 'nac/allowed' : 'nac/denied',
    };
  }
  return unknown(`what ${decides} allows is only known when Terraform runs`);
}

function unknown(reason: string): Step {
  return { verdict: Verdict.UNKNOWN, reason, code: 'nac/unknown' };
}
