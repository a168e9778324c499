import { baselinesOfEndpoint, connectionOf } from './connection';
import { Certainty } from '../../../../core/internal/certainty';
import { isOn } from '../../../../topology/values';
import { ControlBaseline } from '../../../control-status';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Azure SignalR Service should use private link. */
const APPROVED_SIGNALR = '2393d2cf-a342-44cd-a2e2-fe0188fd1234';

/** The endpoint needs no approval. */
export const privateEndpointAutoApproved: Rule = {
  id: 'PE3',
  name: 'PrivateEndpointAutoApproved',
  severity: Severity.WARNING,
  types: ['azurerm_private_endpoint'],
  controls: { benchmark: ['NS-2'], policies: [APPROVED_SIGNALR] },
  // It counts approved connections of services alone.
  controlsOf: (endpoint) => ({
    benchmark: ['NS-2'],
    policies: baselinesOfEndpoint(endpoint).includes(ControlBaseline.SIGNALR_SERVICE) ? [APPROVED_SIGNALR] : [],
  }),
  baselinesOf: baselinesOfEndpoint,
  summary: 'Azure approves the private endpoint when Terraform creates it.',
  explanation:
    'A connection that waits for its approval carries no traffic, and Terraform does not report when it is approved. Until then callers fail or use the public network.',
  link: 'https://learn.microsoft.com/azure/private-link/private-endpoint-overview#access-to-a-private-link-resource-using-approval-workflow',
  fix: 'Set private_service_connection.is_manual_connection to false; in this library leave approval out.',
  evaluate: (endpoint) => {
    const connection = connectionOf(endpoint);
    if (connection instanceof RuleVerdict) return connection;
    const given = connection.block.at('is_manual_connection');
    // azurerm has no default for it.
    const isManual = given.isAbsent ? Certainty.MAYBE : isOn(given, false);
    if (isManual.isMaybe) return RuleVerdict.unknown('is_manual_connection is not known');
    if (isManual.isNo) return RuleVerdict.compliant('is_manual_connection is false');
    return RuleVerdict.violated({ message: 'is_manual_connection is true, so the connection waits for its approval' });
  },
};
