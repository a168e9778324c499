import { sharedLinkApproval } from './shared-link-approval';
import { sharedLinkSubresource } from './shared-link-subresource';
import { upstreamUsesSharedLink } from './upstream-uses-shared-link';
import { Rule } from '../../rule';

/** Rules of shared private links. */
export const SHARED_PRIVATE_LINK_RULES: readonly Rule[] = [
  upstreamUsesSharedLink,
  sharedLinkSubresource,
  sharedLinkApproval,
];
