import { privateDnsNoAutoRegistration } from './private-dns-no-auto-registration';
import { privateDnsZoneLinked } from './private-dns-zone-linked';
import { privateDnsZoneName } from './private-dns-zone-name';
import { Rule } from '../../rule';

/** Rules of private DNS zones. */
export const DNS_RULES: readonly Rule[] = [privateDnsZoneName, privateDnsZoneLinked, privateDnsNoAutoRegistration];
