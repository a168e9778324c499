import { Referrers } from './referrers';
import { targetOf } from './targets';
import { Value } from './values';
import { APPS, isSlot, PARENTS, parentOf } from './web-apps';
import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';

/** Through which subnets apps call out. */
export class Integrations {
  private readonly connections: Referrers;
  private readonly slotConnections: Referrers;
  private readonly bySubnet: Referrers;

  public constructor(private readonly model: TerraformModel) {
    const connections = model.resources('azurerm_app_service_virtual_network_swift_connection');
    const slotConnections = model.resources('azurerm_app_service_slot_virtual_network_swift_connection');
    this.connections = Referrers.by('app_service_id', connections, model, PARENTS);
    this.slotConnections = Referrers.by('app_service_id', slotConnections, model, PARENTS);
    this.bySubnet = new Referrers(model.resources(...APPS), (app) =>
      this.subnetIdsOf(app).map((subnetId) => targetOf(model, subnetId, ['azurerm_subnet'])),
    );
  }

  /** Every value that names the subnet of an app; none where the app is not integrated. */
  public subnetIdsOf(app: ModelResource): Value[] {
    const inline = app.at('virtual_network_subnet_id');
    const separate = this.connectionsOf(app).map((connection) => connection.at('subnet_id'));
    return inline.isAbsent ? separate : [inline, ...separate];
  }

  /** The apps that are known to call out through a subnet. */
  public appsIn(subnet: ModelResource): readonly ModelResource[] {
    return this.bySubnet.of(subnet);
  }

  /** Whether there are integrations of which only Terraform will know whose they are. */
  public get haveUnknownApps(): boolean {
    return this.connections.hasUnknown || this.slotConnections.hasUnknown;
  }

  /** Whether there may be more apps in a subnet than are known. */
  public get mayHideApps(): boolean {
    return this.bySubnet.hasUnknown || this.haveUnknownApps;
  }

  private connectionsOf(app: ModelResource): readonly ModelResource[] {
    if (!isSlot(app)) return this.connections.of(app);
    const parent = parentOf(app, this.model);
    const ofSlots = parent ? this.slotConnections.of(parent) : [];
    return ofSlots.filter((connection) => {
      const name = connection.at('slot_name');
      return name.resource === app || (name.knownText !== undefined && name.knownText === app.name);
    });
  }
}

/** Through which subnets the apps of a tree call out. */
export function integrations(model: TerraformModel): Integrations {
  return new Integrations(model);
}
