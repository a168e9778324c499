import { IConstruct } from 'constructs';
import type { Code } from './codes/codes';
import { isKnown, Problem, refuse } from './violations';

/**
 * Form of the ids of one type of resource.
 *
 * The portal and Azure's own documents differ in the letter case of the fixed segments, which azurerm compares
 * strictly.
 */
export class ArmIdForm {
  private readonly form: string;
  private readonly pattern: RegExp;

  /**
   * @param type resource type in Azure's own letter case, such as `Microsoft.SignalRService/signalR`; none for resource
   * groups
   * @param code of the problem that another id is
   * @param noun what has such an id, such as `a SignalR service`
   */
  public constructor(
    type: string | undefined,
    private readonly code: Code,
    private readonly noun: string,
  ) {
    const [namespace, ...types] = type?.split('/') ?? [];
    const named = types.map((each) => `/${each}/NAME`).join('');
    this.form = `/subscriptions/ID/resourceGroups/NAME${namespace ? `/providers/${namespace}${named}` : ''}`;
    const segments = this.form.replace(/\./g, '\\.').replace(/\/(ID|NAME)(?=\/|$)/g, '/([^/\\s"]+)');
    this.pattern = new RegExp(`^${segments}$`, 'i');
  }

  /** Problems with an id, if one is given; one that only Terraform knows is not judged. */
  public problems(id: string | undefined): Problem[] {
    if (!isKnown(id) || this.pattern.test(id)) return [];
    return [{ code: this.code, message: `"${id}" is not the id of ${this.noun}; use one such as ${this.form}` }];
  }

  /** An id with its fixed segments in Azure's own letter case. */
  public spelled(id: string): string {
    const names = isKnown(id) ? this.pattern.exec(id)?.slice(1) : undefined;
    return names ? this.form.replace(/\/(ID|NAME)(?=\/|$)/g, () => `/${names.shift()}`) : id;
  }

  /** The id that a construct is given, in Azure's own letter case, unless it is wrong. */
  public acceptedBy(construct: IConstruct, id: string): string {
    refuse(construct, this.problems(id));
    return this.spelled(id);
  }
}

const FIXED_SEGMENTS = ['subscriptions', 'resourceGroups', 'providers'];
const SUBSCRIPTION = '/subscriptions/[^/\\s]+(/resourceGroups/[^/\\s]+)?';
const RESOURCES = '(/providers/[^/\\s]+(/[^/\\s]+/[^/\\s]+)+)';
const MANAGEMENT_GROUP = '/providers/Microsoft\\.Management/managementGroups/[^/\\s]+';
const RESOURCE_ID = new RegExp(`^${SUBSCRIPTION}${RESOURCES}+$`, 'i');
const ANY_ID = new RegExp(`^(${SUBSCRIPTION}${RESOURCES}*|${MANAGEMENT_GROUP})$`, 'i');

/** Reports whether a text is an Azure resource id of any type: that of a resource or of what resources are in. */
export function isArmId(text: string): boolean {
  return ANY_ID.test(text);
}

/** Reports whether a text is the Azure id of a resource of any type, and not of what resources are in. */
export function isResourceId(text: string): boolean {
  return RESOURCE_ID.test(text);
}

/** Reports whether a text has the form of a resource type, such as `Microsoft.Web/serverFarms`. */
export function isResourceType(text: string): boolean {
  return /^\w+(\.\w+)+(\/[\w-]+)+$/.test(text);
}

/** An id of any type, with the segments that all ids have in Azure's own letter case. */
export function spelledArmId(id: string): string {
  if (!isKnown(id)) return id;
  const spelled = (segment: string) => FIXED_SEGMENTS.find((each) => each.toLowerCase() === segment.toLowerCase());
  return id
    .split('/')
    .map((segment, index) => (index % 2 === 1 && spelled(segment)) || segment)
    .join('/');
}
