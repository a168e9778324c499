import { Route as RouteResource } from '@cdktf/provider-azurerm/lib/route';
import { RouteTable as RouteTableResource } from '@cdktf/provider-azurerm/lib/route-table';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { IResourceGroup, RegionalResourceProps } from '../core';
import { nameProblems } from './internal/names';
import { namedChildId } from './private/named-child';
import { Route } from './route';
import { ArmIdForm } from '../core/internal/arm-id';
import { nameAsIdProblems } from '../core/internal/construct-ids';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { isKnown, Problem, refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** A route table, owned or existing. */
export interface IRouteTable extends IConstruct {
  /** Azure resource id of the table. */
  readonly routeTableId: string;
}

/** Attributes of an existing route table. */
export interface RouteTableAttributes {
  /** Azure resource id of the table. */
  readonly routeTableId: string;
}

/** Properties of a route table. */
export interface RouteTableProps extends RegionalResourceProps {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /**
   * Routes, in addition to those that Azure has in every subnet.
   *
   * @default - no routes
   */
  readonly routes?: Route[];

  /**
   * Adds the routes that gateways learn from other networks to the subnets. Without them, traffic to a network behind a
   * gateway takes the table's own routes, such as one through a firewall.
   *
   * @default true
   */
  readonly bgpRoutePropagation?: boolean;
}

const ROUTE_TABLE_ID = new ArmIdForm('Microsoft.Network/routeTables', 'network/route-table-id', 'a route table');

/**
 * Defines a route table.
 *
 * Every route is a resource of its own. Routes inside the table's resource would remove those that others add.
 */
export class RouteTable extends Construct implements IRouteTable {
  /**
   * Refers to an existing route table.
   *
   * @throws `network/route-table-id`
   */
  public static fromRouteTableAttributes(scope: Construct, id: string, attributes: RouteTableAttributes): IRouteTable {
    checkInput('network.RouteTable.fromRouteTableAttributes', arguments);
    class Import extends Construct implements IRouteTable {
      public readonly routeTableId = attributes.routeTableId;
    }
    const table = new Import(scope, id);
    refuse(table, ROUTE_TABLE_ID.problems(table.routeTableId));
    return table;
  }

  public readonly routeTableId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: RouteTableResource;

  private readonly resourceGroup: IResourceGroup;
  private readonly provider?: TerraformProvider;
  private readonly routes: Route[] = [];

  /**
   * Defines a route table.
   *
   * @throws `network/name`, `network/route-name`, `network/route-prefix`, `network/route-next-hop`, `core/location`,
   * `core/tags`
   */
  public constructor(scope: Construct, id: string, given: RouteTableProps) {
    checkInput('network.RouteTable', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const routes = props.routes ?? [];
    const violations = new Violations(this);
    violations.include(nameProblems('network/name', 'a route table', props.name));
    routes.forEach((route, index) => violations.include(routeProblems(this, route, routes.slice(0, index))));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resourceGroup = props.resourceGroup;
    this.provider = props.provider;
    this.resource = new RouteTableResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      bgpRoutePropagationEnabled: props.bgpRoutePropagation ?? true,
    });
    this.routeTableId = this.resource.id;
    routes.forEach((route) => this.addRoute(route));
  }

  /**
   * Adds a route.
   *
   * @throws `network/route-name`, `network/route-prefix`, `network/route-next-hop`
   */
  public addRoute(route: Route): void {
    checkInput('network.RouteTable.addRoute', arguments, this);
    const violations = new Violations(this);
    violations.include(routeProblems(this, route, this.routes));
    violations.throwIfAny();
    this.routes.push(route);
    new RouteResource(this, namedChildId(this, route._id), {
      ...route._render(),
      resourceGroupName: this.resourceGroup.resourceGroupName,
      routeTableName: this.resource.name,
      provider: this.provider,
    });
  }
}

function routeProblems(scope: IConstruct, route: Route, others: readonly Route[]): Problem[] {
  const problems = [...nameAsIdProblems('network/route-name', 'a route', route._id), ...route._problems(scope)];
  const rival = others.find((other) => isSame(other.addressPrefix, route.addressPrefix));
  if (rival) {
    problems.push({
      code: 'network/route-prefix',
      message: `routes ${rival.name} and ${route.name} share the prefix ${route.addressPrefix}; keep one of them`,
    });
  }
  if (others.some((other) => isSame(other.name, route.name))) {
    problems.push({
      code: 'network/route-name',
      message: `a route ${route.name} is defined already; use another name`,
    });
  }
  return problems;
}

function isSame(a: string, b: string): boolean {
  return isKnown(a) && isKnown(b) && a.toLowerCase() === b.toLowerCase();
}
