import { plain } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Finding, Rule, RuleVerdict } from '../../rule';

const EVERY_ORIGIN = /^([a-z]+:\/\/)?\*$/i;
const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Only named pages may talk to the service from a browser. */
export const signalRCorsRestricted: Rule = {
  id: 'SIG5',
  name: 'SignalRCorsRestricted',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['PV-2', 'DP-3'] },
  summary: 'The SignalR service names the https origins whose pages may talk to it.',
  explanation:
    'Azure lets pages of every origin in where no origins are named. A page that came over http may have been changed on its way.',
  link: 'https://learn.microsoft.com/azure/templates/microsoft.signalrservice/signalr',
  fix: 'Name https origins in cors.allowed_origins; in this library cors: Cors.allowOrigins(...), or allowedOrigins.',
  evaluate: (service) => {
    const blocks = service.blocks('cors');
    // azurerm sends the first block only.
    const origins = blocks && (blocks[0]?.at('allowed_origins').elements ?? (blocks.length > 0 ? undefined : []));
    if (!origins) return RuleVerdict.unknown('cors is not known');
    if (origins.length === 0) {
      return RuleVerdict.violated({ message: 'cors names no origin, so Azure lets every origin in' });
    }
    const texts = origins.map(({ text }) => text);
    const unknowns = texts.filter((text) => text.startsWith('${')).map((text) => `${plain(text)} is not known`);
    return new Judgement()
      .violates(...texts.flatMap(judge))
      .cannotTell(...unknowns)
      .verdict('cors names origins that come over https');
  },
};

function judge(origin: string): Finding[] {
  const id = `Origin::${plain(origin)}`;
  if (EVERY_ORIGIN.test(origin)) return [{ id, message: `cors allows ${origin}, which is every origin` }];
  if (LOCAL.test(origin)) {
    return [{ id, message: `cors allows ${origin}, which is for development`, severity: Severity.WARNING }];
  }
  return /^http:/i.test(origin) ? [{ id, message: `cors allows ${plain(origin)}, whose pages come over http` }] : [];
}
