import { AZURE_SITES, AZURE_SLOTS } from './app-types';
import { PLANS } from './plans';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Lookup } from '../network/lookup';
import { Value } from '../values';

/** Attributes by which slots name their apps: an id, in types from before azurerm 3 a name. */
const PARENT_IDS = ['app_service_id', 'function_app_id'];
const PARENT_NAMES = ['app_service_name', 'function_app_name'];

/** The apps and slots of App Service, and how they belong together. */
export class Apps {
  /** All of them: apps first, then slots. */
  public readonly all: readonly ModelResource[];

  private readonly lookup: Lookup;
  private readonly slots = new Map<string, ModelResource>();

  public constructor(private readonly model: TerraformModel) {
    this.lookup = new Lookup(model, ...AZURE_SITES);
    const slots = model.resources(...AZURE_SLOTS);
    this.all = [...model.resources(...AZURE_SITES), ...slots];
    slots.forEach((slot) => this.slots.set(slotKey(this.parentOf(slot)?.key, slot.name), slot));
  }

  /** The app with an id. */
  public target(id: Value): Target {
    return this.lookup.target(id);
  }

  /** The slot of an app; Azure accepts its name in any letter case. */
  public slotOf(app: string, name: Value): ModelResource | undefined {
    const { resource } = name;
    return resource && isSlot(resource) ? resource : this.slots.get(slotKey(app, name.knownText));
  }

  /** The app that a slot is part of; `undefined` for an app. */
  public parentOf(slot: ModelResource): Target | undefined {
    if (!isSlot(slot)) return undefined;
    const id = PARENT_IDS.map((attribute) => slot.at(attribute)).find(({ isAbsent }) => !isAbsent);
    const name = PARENT_NAMES.find((attribute) => !slot.at(attribute).isAbsent);
    if (id || !name) return id ? this.target(id) : Target.unknown();
    return this.lookup.named(slot, name) ?? Target.unknown();
  }

  /** The plan of an app; of a slot without its own, that of its app, or else the app stands for it. */
  public planOf(app: ModelResource): Target {
    const parent = this.parentOf(app);
    const owners = [app, ...(parent?.resource ? [parent.resource] : [])];
    const ids = owners.flatMap((owner) => [owner.at('service_plan_id'), owner.at('app_service_plan_id')]);
    const given = ids.find(({ isAbsent }) => !isAbsent);
    return given ? this.model.target(given, ...PLANS) : (parent ?? Target.unknown());
  }

  /** Name of an app in host names: for slots that of the app and its own; `undefined` where it is not known. */
  public hostLabelOf(app: ModelResource): string | undefined {
    const parent = this.parentOf(app);
    if (!parent || app.name === undefined) return app.name;
    const name = parent.resource ? parent.resource.name : parent.key?.slice(parent.key.lastIndexOf('/') + 1);
    return name && `${name}-${app.name}`;
  }
}

/** Reports whether something is a slot of an app. */
export function isSlot({ type }: ModelResource): boolean {
  return AZURE_SLOTS.includes(type);
}

function slotKey(app: string | undefined, name: string | undefined): string {
  return `${app} ${name?.toLowerCase()}`;
}
