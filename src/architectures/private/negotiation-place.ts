/** The app at which clients negotiate. */
export enum NegotiationPlace {
  OWN_APP = 'Negotiation.ownApp(...)',
  PUBLIC_FUNCTION_APP = 'Negotiation.publicFunctionApp()',
  PRIVATE_FUNCTION_APP = 'Negotiation.privateFunctionApp()',
}
