import { TerraformResource } from 'cdktf';
import { ArmIdForm } from '../../core/internal/arm-id';
import { writeForAzurerm5 } from '../../engine/azurerm-major';

/** Form of the ids of private DNS zones. */
export const ZONE_ID = new ArmIdForm('Microsoft.Network/privateDnsZones', 'dns/zone-id', 'a private DNS zone');

/**
 * Names the zone of a link or record by its id, as azurerm 5 wants it, which compares its fixed segments strictly.
 *
 * @param former attributes by which azurerm 4 names the zone
 */
export function writeZoneId(resource: TerraformResource, former: readonly string[], zoneId: string): void {
  writeForAzurerm5(resource, former, { private_dns_zone_id: ZONE_ID.spelled(zoneId) });
}
