import { noSignalRKeys } from './no-signalr-keys';
import { signalRCorsRestricted } from './signalr-cors-restricted';
import { signalRCustomCertificateFromKeyVault } from './signalr-custom-certificate-from-key-vault';
import { signalREntraAuthEnabled } from './signalr-entra-auth-enabled';
import { signalRHubsApart } from './signalr-hubs-apart';
import { signalRLocalAuthDisabled } from './signalr-local-auth-disabled';
import { signalRManagedIdentity } from './signalr-managed-identity';
import { signalRModeFitsCallers } from './signalr-mode-fits-callers';
import { signalRPublicNetworkAccess } from './signalr-public-network-access';
import { signalRSkuNotFree } from './signalr-sku-not-free';
import { signalRUpstreamSecured } from './signalr-upstream-secured';
import { Rule } from '../../rule';

/** Rules of the SignalR service itself. */
export const SIGNALR_RULES: readonly Rule[] = [
  signalRSkuNotFree,
  signalRLocalAuthDisabled,
  signalREntraAuthEnabled,
  signalRManagedIdentity,
  signalRCorsRestricted,
  signalRPublicNetworkAccess,
  signalRCustomCertificateFromKeyVault,
  signalRUpstreamSecured,
  signalRModeFitsCallers,
  noSignalRKeys,
  signalRHubsApart,
];
