import { Verdict } from '../../../../connectivity/verdict';
import { FUNCTIONS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

export const storageReachedByApps: Rule = {
  id: 'STO9',
  name: 'StorageReachedByApps',
  severity: Severity.WARNING,
  types: FUNCTIONS,
  controls: {},
  summary: 'Security groups and routes let function apps reach their storage account.',
  explanation:
    'The host of a function app keeps its state and keys in the account, and does not start while the account is out of reach. A rule that denies all outbound traffic also denies that to a public account.',
  link: 'https://learn.microsoft.com/azure/azure-functions/functions-recover-storage-account',
  fix: 'Allow TCP to the service tag Storage on port 443 before the rule that denies it, or give the account private endpoints for blob, queue and table; in this library integrationRules of AppNetwork.define, or privateStorage of SecureServerlessSignalR.',
  evaluate(app, { topology: { storage }, connectivity }) {
    const account = storage.accountOf(app);
    const endpoints = account ? storage.endpoints.to(account.path) : [];
    const ways = connectivity.waysToStorage(app, endpoints);
    if (!ways) return RuleVerdict.notApplicable('it calls out through no subnet');
    const { out, inside } = ways;
    if (!account) {
      const reason = 'the configuration does not define its storage account';
      if (out.verdict === Verdict.ALLOWED) return RuleVerdict.notApplicable(reason);
      if (out.verdict === Verdict.UNKNOWN) return RuleVerdict.unknown(out.reason);
      return RuleVerdict.unknown(`${out.reason}, and ${reason}, which may have a private endpoint`);
    }
    const doubt = storage.endpoints.doubtOf(account.path);
    if (doubt !== undefined) return RuleVerdict.unknown(doubt);
    const cannotStart = `so the host of the app does not reach ${account.path}, and does not start`;
    const step = (inside.length > 0 ? inside : [out]).find(({ verdict }) => verdict !== Verdict.ALLOWED);
    if (!step) return RuleVerdict.compliant((inside[0] ?? out).reason);
    if (step.verdict === Verdict.UNKNOWN) return RuleVerdict.unknown(step.reason);
    if (out.verdict === Verdict.DENIED) return RuleVerdict.violated({ message: `${step.reason}, ${cannotStart}` });
    // Where the name of the account leads is judged of its zones.
    return RuleVerdict.unknown(`${step.reason}, and whether the app calls the private endpoint is for DNS to decide`);
  },
};
