import { Question } from './question';
import { ServiceNames } from './service-names';
import { Registration } from '../../../topology/dns/registration';

/** A question with what does not depend on who is asked. */
export interface Search {
  readonly question: Question;
  readonly names: ServiceNames;
  /** Where Azure records each private endpoint of the service. */
  readonly registrations: readonly Registration[];
}

/** The names that are asked one after the other: public DNS leads to the alias only if there is a private endpoint. */
export function namesAsked({ question, names }: Search): string[] {
  return question.endpoints.length > 0 ? [names.host, names.alias] : [names.host];
}

/** The steps from the host name to a name. */
export function chainTo({ names }: Search, name: string): string[] {
  return name === names.host ? [name] : [names.host, `CNAME ${name}`];
}

/** The steps to the last name that is asked. */
export function wholeChain(search: Search): string[] {
  return namesAsked(search).map((name, index) => (index === 0 ? name : `CNAME ${name}`));
}
