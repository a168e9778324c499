import { dependable, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { replicasOf } from './replicas';
import { Problem, Violations } from '../../core/internal/violations';
import { AzapiUpdateResource, azapiProviderProblems } from '../../engine/azapi';
import { needLifecycle } from '../../engine/kept-arguments';
import { IChangeableService } from '../ichangeable-service';
import { IpRule } from '../ip-rule';
import { RegionEndpoint } from '../region-endpoint';
import { ServiceChange } from '../service-change';
import { SignalRServiceAzapiSettings } from '../signalr-service-azapi-settings';
import { DefaultAction, NetworkAccess } from '../values/network-access';

const MOST_IP_RULES = 30;

/** The settings of a service that azurerm does not know, in one azapi resource, which is there only when asked for. */
export class AzapiSettings {
  private ipRules?: IpRule[];
  private update?: AzapiUpdateResource;

  public constructor(
    private readonly service: Construct & IChangeableService,
    private readonly networkAcl: TerraformResource,
    private readonly asked: SignalRServiceAzapiSettings,
  ) {
    this.ipRules = asked.ipRules;
    if (asked.ipRules || asked.regionEndpoint) this.put();
  }

  public get resource(): TerraformResource | undefined {
    return this.update;
  }

  public addIpRule(rule: IpRule): void {
    const violations = new Violations(this.service);
    violations.include(rule._problems());
    violations.throwIfAny();
    this.ipRules = [...(this.ipRules ?? []), rule];
    this.put();
  }

  /** Reports what Azure would reject, or would not do, when all is known. */
  public problems(access: NetworkAccess): Problem[] {
    return [...ipRulesProblems(this.ipRules ?? [], access), ...this.regionProblems()];
  }

  private put(): void {
    this.update ??= this.define();
    this.update.body = {
      properties: {
        networkACLs: this.ipRules && { ipRules: this.ipRules.map((rule) => rule._render()) },
        regionEndpointEnabled: this.asked.regionEndpoint,
      },
    };
    // azurerm writes the whole list anew, and knows of no IP rules, so they are written again after it:
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/24850
    needLifecycle(
      this.update,
      this.ipRules && { replaceTriggeredBy: [dependable(this.networkAcl)] },
      'without which IP rules get lost when azurerm writes the access control list again',
    );
  }

  private define(): AzapiUpdateResource {
    const update = new AzapiUpdateResource(this.service, 'Settings', {
      // The version of the API that azurerm 4.55 uses; it knows both settings.
      type: 'Microsoft.SignalRService/signalR@2024-03-01',
      resourceId: this.service.serviceId,
      body: {},
      provider: this.asked.azapiProvider,
    });
    this.service.changeInOrder(ServiceChange.SETTING, update);
    return update;
  }

  /**
   * Azure does not close the only region of a service:
   * https://learn.microsoft.com/rest/api/signalr/signalr/signalr/create-or-update
   */
  private regionProblems(): Problem[] {
    if (this.asked.regionEndpoint !== RegionEndpoint.DISABLED || replicasOf(this.service).length > 0) return [];
    const message =
      'the region endpoint is disabled, but no replica is defined for clients to connect to; add one with addReplica(...)';
    return [{ code: 'signalr/region-endpoint', message }];
  }
}

/** Problems with each setting, whatever the others are. */
export function azapiSettingsProblems({ ipRules, azapiProvider }: SignalRServiceAzapiSettings): Problem[] {
  return [...(ipRules ?? []).flatMap((rule) => rule._problems()), ...azapiProviderProblems(azapiProvider)];
}

/** Rules that Azure would reject, or that would allow every caller or none. */
function ipRulesProblems(rules: readonly IpRule[], access: NetworkAccess): Problem[] {
  if (rules.length === 0) return [];
  const problems: Problem[] = [];
  const ranges = rules.map(({ range }) => range.toLowerCase());
  const repeated = ranges.filter((range, index) => ranges.indexOf(range) !== index);
  if (rules.length > MOST_IP_RULES) {
    const message = `${rules.length} IP rules given; use at most ${MOST_IP_RULES}`;
    problems.push({ code: 'signalr/ip-rule', message });
  }
  if (repeated.length > 0) {
    const message = `there are two IP rules for ${repeated.join(', ')}, of which the first decides; remove one`;
    problems.push({ code: 'signalr/ip-rule', message });
  }
  if (!access.publicNetworkAccess) {
    const message = `public network access is disabled, so ${rules.length} IP rules do nothing; remove them or enable public network access`;
    problems.push({ code: 'nac/dead-ip-rule', message });
    return problems;
  }
  // The first rule of an address decides, and otherwise the default action.
  if (rules.some(({ action }) => action !== access.defaultAction)) return problems;
  const message =
    access.defaultAction === DefaultAction.DENY
      ? 'no IP rule allows a caller, and the default action is Deny, so the public network is closed; add IpRule.allow(...)'
      : 'no IP rule denies a caller, and the default action is Allow, so the rules do nothing; add IpRule.deny(...)';
  problems.push({ code: 'nac/dead-ip-rule', message });
  return problems;
}
