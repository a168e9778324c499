/** Texts that have a format, but are passed on as they are. */
export const GIVEN: Readonly<Record<string, readonly string[]>> = {
  // A question about a region, which is asked without a construct: newer regions, which the construct context names, are
  // not known here. What is made of the region judges it.
  'core.AzureCloud.ofLocation.location': ['centralus', 'chinaeast'],
};
