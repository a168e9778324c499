import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { judgeOrigins } from '../../origins';
import { Rule, RuleVerdict } from '../../rule';

/** Only named pages may talk to the service from a browser. */
export const signalRCorsRestricted: Rule = {
  id: 'SIG5',
  name: 'SignalRCorsRestricted',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['PV-2'] },
  summary: 'The SignalR service names the https origins whose pages may call it.',
  explanation:
    'Azure allows pages of every origin where cors names none. A page that came over http may have been changed on the way, and every page can send null from a sandboxed frame.',
  link: 'https://learn.microsoft.com/azure/templates/microsoft.signalrservice/signalr',
  fix: 'Name origins such as https://contoso.com in cors.allowed_origins; in this library cors: Cors.allowOrigins(...), or allowedOrigins.',
  evaluate: (service) => {
    const blocks = service.blocks('cors');
    // azurerm sends the first block only.
    const origins = blocks && (blocks[0]?.at('allowed_origins').elements ?? (blocks.length > 0 ? undefined : []));
    if (!origins) return RuleVerdict.unknown('cors is not known');
    if (origins.length === 0) {
      return RuleVerdict.violated({ message: 'cors names no origin, so Azure allows every origin' });
    }
    const judgement = new Judgement();
    judgeOrigins(judgement, origins);
    return judgement.verdict('cors names origins that come over https');
  },
};
