import { Construct } from 'constructs';
import { SecurityBaseline, SecurityProfile } from '../../compliance';
import { NetworkAccess } from '../../signalr';
import { SecureSignalROptions } from '../secure-signalr-options';

/** Holds an architecture to the rules of its profile, unless its user has turned that off. */
export function holdToBaseline(
  scope: Construct,
  { securityBaseline = true }: SecureSignalROptions,
  { publicNetworkAccess }: NetworkAccess,
  appIsPublic: boolean,
): void {
  if (!securityBaseline) return;
  const isIsolated = !publicNetworkAccess && !appIsPublic;
  SecurityBaseline._attachByDefault(scope, isIsolated ? SecurityProfile.ISOLATED : SecurityProfile.PUBLIC_CLIENTS);
}
