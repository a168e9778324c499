import { compliance } from 'cdktf-azure-secure-signalr';

const { Answer, ComplianceRule, RuleVerdict, Severity } = compliance;

/** What a service costs is paid by somebody. */
export class CostCenterTag extends ComplianceRule {
  constructor() {
    super({
      id: 'CHAT1',
      name: 'CostCenterTag',
      severity: Severity.WARNING,
      resourceTypes: ['azurerm_signalr_service'],
      summary: 'Every SignalR service has a tag cost-center.',
      explanation: 'The bill is split by this tag.',
      fix: 'Set tags of the service.',
      link: 'https://wiki.example.com/cloud/tags',
      controls: ['ISO 27001 A.5.9'],
    });
  }

  public evaluate(service: compliance.JudgedResource): compliance.RuleVerdict {
    const tag = service.at('tags').entry('cost-center');
    return RuleVerdict.of(tag.isGiven, 'it has a tag cost-center', 'it has no tag cost-center');
  }
}

/** Nobody deletes a group by mistake. */
export class LockedGroup extends ComplianceRule {
  constructor() {
    super({
      id: 'CHAT2',
      name: 'LockedGroup',
      severity: Severity.ERROR,
      resourceTypes: ['azurerm_resource_group'],
      summary: 'Every resource group has a lock against deletion.',
      explanation: 'Who deletes a group deletes everything in it, and cannot undo it.',
      fix: 'Define an azurerm_management_lock for the group, such as a ResourceLock of governance.',
      link: 'https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources',
    });
  }

  public evaluate(
    group: compliance.JudgedResource,
    configuration: compliance.JudgedConfiguration,
  ): compliance.RuleVerdict {
    const locks = configuration.referringTo(group, 'scope', 'azurerm_management_lock');
    const isLocked = locks.some('lock_level', 'CanNotDelete', 'ReadOnly');
    return RuleVerdict.of(isLocked, 'a lock keeps it from being deleted', 'no lock keeps it from being deleted');
  }
}

const FUNCTION_APPS = ['azurerm_linux_function_app', 'azurerm_windows_function_app'];

/** What apps store is reached privately. */
export class PrivateStorage extends ComplianceRule {
  constructor() {
    super({
      id: 'CHAT3',
      name: 'PrivateStorage',
      severity: Severity.ERROR,
      resourceTypes: ['azurerm_storage_account'],
      summary: 'Every storage account that a function app uses has a private endpoint.',
      explanation: 'The account holds the code and the state of the app.',
      fix: 'Define an azurerm_private_endpoint that connects to the account.',
      link: 'https://learn.microsoft.com/azure/storage/common/storage-private-endpoints',
    });
  }

  public evaluate(
    account: compliance.JudgedResource,
    configuration: compliance.JudgedConfiguration,
  ): compliance.RuleVerdict {
    const isUsed = configuration.referringTo(account, 'storage_account_name', ...FUNCTION_APPS).exist;
    const isPrivate = configuration.privateEndpointsOf(account).exist;
    if (!isUsed.isUnknown && isUsed.isNo) return RuleVerdict.notApplicable('no function app uses it');
    return RuleVerdict.of(
      Answer.any(isUsed.negated, isPrivate),
      'a private endpoint connects to it',
      'a function app uses it, and no private endpoint connects to it',
    );
  }
}
