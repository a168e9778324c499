import {
  MonitorActionGroupArmRoleReceiver,
  MonitorActionGroupEmailReceiver,
  MonitorActionGroupWebhookReceiver,
} from '@cdktf/provider-azurerm/lib/monitor-action-group';
import { isGuid } from '../core/internal/guid';
import { checkInput } from '../core/internal/input/check-input';
import { isSecretName, queryOf } from '../core/internal/url-secrets';
import { isKnown, Problem } from '../core/internal/violations';

/** Blocks of azurerm; a receiver is one of them. */
interface ReceiverBlock {
  readonly email?: MonitorActionGroupEmailReceiver;
  readonly armRole?: MonitorActionGroupArmRoleReceiver;
  readonly webhook?: MonitorActionGroupWebhookReceiver;
}

const PASSWORD_BEFORE_HOST = /^[a-z]+:\/\/[^/?#]*@/i;

/**
 * Services that know their callers by the path alone.
 *
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 * @see https://discord.com/developers/docs/resources/webhook
 * @see https://support.pagerduty.com/main/docs/services-and-integrations
 */
const KEY_IN_PATH = new RegExp(
  `^https?://(${[
    'hooks\\.slack\\.com',
    '[^/?#]+\\.webhook\\.office\\.com',
    'outlook\\.office(365)?\\.com/webhook',
    'discord(app)?\\.com/api/(v\\d+/)?webhooks',
    'events(\\.eu)?\\.pagerduty\\.com/integration',
  ].join('|')})([:/?#]|$)`,
  'i',
);

/**
 * Receiver of alerts. Everyone gets Azure's common alert schema.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups
 */
export class AlertReceiver {
  /**
   * A mailbox.
   *
   * @param name name of the receiver in its group
   * @param address email address
   */
  public static email(name: string, address: string): AlertReceiver {
    checkInput('observability.AlertReceiver.email', arguments);
    const email = { name, emailAddress: address, useCommonAlertSchema: true };
    const valid = !isKnown(address) || /^[^\s@]+@[^\s@]+$/.test(address);
    const message = `"${address}" is not an email address; use one such as ops@example.com`;
    return new AlertReceiver(name, { email }, valid ? [] : [{ code: 'alerts/receiver', message }]);
  }

  /**
   * Everyone with a built-in role on the subscription, by email.
   *
   * @param name name of the receiver in its group
   * @param roleId id of the built-in role, a UUID, such as `8e3af657-a8ff-443c-a75c-2fe8c4bcb635` for Owner
   */
  public static armRole(name: string, roleId: string): AlertReceiver {
    checkInput('observability.AlertReceiver.armRole', arguments);
    const armRole = { name, roleId, useCommonAlertSchema: true };
    return new AlertReceiver(name, { armRole }, uuidProblems(roleId, 'a role'));
  }

  /**
   * An HTTP endpoint that needs no sign-in, or whose key is not known at synth.
   *
   * @param name name of the receiver in its group
   * @param uri https address; a key in it would be in the synthesized JSON, so pass such an address as a sensitive
   * `TerraformVariable`. Those of Slack, Teams, Discord and PagerDuty have their key in the path
   */
  public static webhook(name: string, uri: string): AlertReceiver {
    checkInput('observability.AlertReceiver.webhook', arguments);
    const webhook = { name, serviceUri: uri, useCommonAlertSchema: true };
    return new AlertReceiver(name, { webhook }, uriProblems(name, uri));
  }

  /**
   * An HTTP endpoint at which Azure signs in with Microsoft Entra ID.
   *
   * @param name name of the receiver in its group
   * @param uri https address
   * @param objectId object id of the endpoint's Entra application, a UUID
   */
  public static secureWebhook(name: string, uri: string, objectId: string): AlertReceiver {
    checkInput('observability.AlertReceiver.secureWebhook', arguments);
    const webhook = { name, serviceUri: uri, useCommonAlertSchema: true, aadAuth: { objectId } };
    const problems = [...uriProblems(name, uri), ...uuidProblems(objectId, 'an Entra application')];
    return new AlertReceiver(name, { webhook }, problems);
  }

  private constructor(
    /** Name of the receiver in its group. */
    public readonly name: string,
    /**
     * The block in azurerm's form.
     *
     * @internal
     */
    public readonly _block: ReceiverBlock,
    private readonly problems: Problem[],
  ) {}

  /**
   * Reports what azurerm would reject, and what would give a secret away.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (this.name !== '') return this.problems;
    return [{ code: 'alerts/receiver', message: 'a receiver has no name; name it' }, ...this.problems];
  }
}

function uuidProblems(id: string, kind: string): Problem[] {
  if (!isKnown(id) || isGuid(id)) return [];
  return [{ code: 'alerts/receiver', message: `"${id}" is not the id of ${kind}; use its UUID` }];
}

/** The address is not repeated, because it may hold a secret. */
function uriProblems(name: string, uri: string): Problem[] {
  if (!isKnown(uri)) return [];
  const problems: Problem[] = [];
  if (!/^https:\/\/[^/?#\s]+\S*$/i.test(uri)) {
    const message = `the address of webhook ${name} is not an https address; use one such as https://example.com/alerts`;
    problems.push({ code: 'alerts/receiver', message });
  }
  if (KEY_IN_PATH.test(uri)) {
    const message = `the address of webhook ${name} is itself a key, which the synthesized JSON would show; use AlertReceiver.email(...), or secureWebhook(...) with an endpoint of your own, or pass the address as a sensitive TerraformVariable`;
    problems.push({ code: 'alerts/webhook-secret', message });
  }
  const inQuery = queryOf(uri).some((parameter) => isSecretName(parameter.name) && parameter.value !== '');
  if (inQuery || PASSWORD_BEFORE_HOST.test(uri)) {
    const message = `the address of webhook ${name} contains a key or password, which the synthesized JSON would show; use AlertReceiver.secureWebhook(...), or pass the address as a sensitive TerraformVariable`;
    problems.push({ code: 'alerts/webhook-secret', message });
  }
  return problems;
}
