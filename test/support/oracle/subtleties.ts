/**
 * What decides a verdict although careful readers of an estate may leave it open. A library that says unknown there is
 * over-cautious, but not wrong; one that says the opposite of the oracle is.
 */
export const SUBTLETIES = {
  /** azurerm's reset gives each endpoint all request types; what Azure itself gives a new one stands in no document. */
  'no list': 'without a list Azure lets all through an endpoint',
  /** Apps ask all servers at once, and an order of answers is promised for those that are late only. */
  'several servers': 'several DNS servers are asked, and the first that answers wins',
  /** The route to an address that only a stranger's network has ends in Azure, unless a gateway outside of the estate has it. */
  'same address':
    'the address of an inbound endpoint that is not reached may be that of a server outside of the estate',
  /** A zone of which only the id is known may have records that others write. */
  'outside zone': 'others may write records into a zone outside of the estate',
  /** Who names an endpoint by an id that the estate lacks knows of one that others made, and that may have a record. */
  'endpoint of others': 'the list names an endpoint by an id that the estate does not have',
  /** Where an estate has no zone for the name, platform teams often keep and link a central one, by Azure Policy or by hand. */
  'zones of others': 'the zone may be kept and linked by others, as landing zones do',
  /** Azure picks the names that a zone group writes by the kind of service; for other zones no document says which. */
  'zone group elsewhere': 'no document says what a zone group writes into a zone of another name',
  /** Documents let rules be for the public name; that Azure forwards what a CNAME leads to stands nowhere. */
  'rule for the alias': 'a forwarding rule only for the name that the public one leads to',
  /** Servers stop a circle by an error or by silence; the name is not found either way. */
  circle: 'forwarding rules lead in a circle',
  /** Answers that are too long for UDP are asked for over TCP; those of one address are short. */
  'one protocol': 'rules let only one of UDP and TCP pass on 53',
  /** An address in a record may be one that Azure gives something outside of the estate. */
  'stray record': 'a record leads to an address that nothing of the estate has',
  /** azurerm compares ids letter for letter, and which letters Azure answers with is its own choice. */
  letters: 'the list names the endpoint in another letter case',
  /** Attributes of instances are expressions of each.value and count.index, which not every reader evaluates. */
  instances: 'attributes of instances are expressions of their key or number',
  /** A reader who compares ids alone, and does not know that service names are global, sees two subscriptions. */
  'unique name': 'service names are unique in all of Azure, so an id with the same name is that of the service',
} as const;

export type Subtlety = keyof typeof SUBTLETIES;
