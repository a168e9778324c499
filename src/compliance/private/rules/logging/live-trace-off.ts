import { Severity } from '../../../severity';
import { addFlag, Judgement } from '../../judgement';
import { Rule } from '../../rule';

const LIVE_TRACE_ENABLED = 'live_trace_enabled';

export const liveTraceOff: Rule = {
  id: 'LOG3',
  name: 'LiveTraceOff',
  severity: Severity.WARNING,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['LT-4', 'NS-2'] },
  summary: 'Live trace is off.',
  explanation:
    'Live trace shows what users send to each person who opens the tool; use it for troubleshooting, then turn it off.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-troubleshoot-live-trace',
  fix: 'Leave out live_trace and live_trace_enabled, or set live_trace.enabled to false; in this library liveTrace of SignalRService, which is off by default.',
  evaluate(service) {
    const judgement = new Judgement();
    const blocks = service.blocks('live_trace');
    if (!blocks || blocks.length > 0) {
      // A block without this attribute turns live trace on.
      addFlag(judgement, service, { attribute: 'live_trace.enabled', wanted: false, byDefault: true });
    }
    addFlag(judgement, service, { attribute: LIVE_TRACE_ENABLED, wanted: false, byDefault: false });
    return judgement.verdict('live trace is off');
  },
};
