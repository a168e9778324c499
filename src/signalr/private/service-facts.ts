import { TerraformProvider } from 'cdktf';
import { IConstruct } from 'constructs';

/** What is known of a service beside what it shows, for what is defined on it. */
export interface ServiceFacts {
  /** Name of the service; `undefined` for one that others own. */
  readonly name?: string;
  /** Provider of the service's subscription. */
  readonly provider?: TerraformProvider;
}

const factsByService = new WeakMap<IConstruct, ServiceFacts>();

export function tellFacts(service: IConstruct, facts: ServiceFacts): void {
  factsByService.set(service, facts);
}

/** Nothing is known of a service of a class that is not of this library. */
export function factsOf(service: IConstruct): ServiceFacts {
  return factsByService.get(service) ?? {};
}
