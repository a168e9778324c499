import { TerraformDataSource, TerraformResource, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { newStack } from './synth';
import { SecurityProfile } from '../../src/compliance';
import { verdictOf } from '../../src/compliance/private/evaluation';
import { Finding, Rule } from '../../src/compliance/private/rule';
import { RuleContext } from '../../src/compliance/private/rule-context';
import { TerraformModel } from '../../src/core/private/model/terraform-model';

type Attributes = Readonly<Record<string, unknown>>;

/** A resource of whatever provider bindings, with its attributes as they stand in the JSON. */
export class PlainResource extends TerraformResource {
  public constructor(
    scope: Construct,
    type: string,
    id: string,
    private readonly attributes: Attributes,
  ) {
    super(scope, id, { terraformResourceType: type });
  }

  /** The attribute for others to refer to. */
  public ref(attribute: string = 'id'): string {
    return this.getStringAttribute(attribute);
  }

  protected synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}

/** A data source of whatever provider bindings. */
export class PlainData extends TerraformDataSource {
  public constructor(
    scope: Construct,
    type: string,
    id: string,
    private readonly attributes: Attributes,
  ) {
    super(scope, id, { terraformResourceType: type });
  }

  public ref(attribute: string = 'id'): string {
    return this.getStringAttribute(attribute);
  }

  protected synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}

/** Adds an azurerm resource, whose type is given without `azurerm_`. */
export function add(stack: TerraformStack, type: string, id: string, attributes: Attributes = {}): PlainResource {
  return new PlainResource(stack, `azurerm_${type}`, id, attributes);
}

/** A SignalR service of the Standard tier in the group `rg`, and what the test changes. */
export function addService(stack: TerraformStack, attributes: Attributes = {}, id: string = 'Service'): PlainResource {
  const basics = { name: 'sigr-chat', resource_group_name: 'rg', sku: { name: 'Standard_S1', capacity: 1 } };
  return add(stack, 'signalr_service', id, { ...basics, ...attributes });
}

/** A stack that holds only a SignalR service. */
export function stackWithService(attributes: Attributes = {}): TerraformStack {
  const stack = newStack();
  addService(stack, attributes);
  return stack;
}

/**
 * What a rule says of each resource that it judges, a line each: path, status, and either the reason or the findings
 * with severity, id and message.
 */
export function verdicts(
  rule: Rule,
  scope: IConstruct,
  profile: SecurityProfile = SecurityProfile.PUBLIC_CLIENTS,
): string[] {
  const model = TerraformModel.of(scope);
  const context = new RuleContext(model);
  return model.resources(...rule.types).map((resource) => {
    const { status, reason, findings } = verdictOf(rule, resource, context, profile);
    const told = findings.length > 0 ? findings.map((finding) => shown(finding, rule)).join('; ') : reason;
    return `${resource.path} ${status}: ${told}`;
  });
}

/** The same for a rule that judges one resource of a stack, without its path. */
export function verdict(rule: Rule, scope: IConstruct, profile?: SecurityProfile): string {
  const lines = verdicts(rule, scope, profile);
  if (lines.length !== 1) throw new Error(`${lines.length} verdicts, expected one:\n${lines.join('\n')}`);
  return lines[0].replace(/^\S+ /, '');
}

function shown({ id, message, severity }: Finding, rule: Rule): string {
  return [severity ?? rule.severity, ...(id === undefined ? [] : [`[${id}]`]), message].join(' ');
}
