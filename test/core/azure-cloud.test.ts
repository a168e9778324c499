import { AzureCloud } from '../../src/core';

describe('AzureCloud', () => {
  test.each([
    ['centralus', AzureCloud.PUBLIC],
    ['West Europe', AzureCloud.PUBLIC],
    ['usgovvirginia', AzureCloud.US_GOVERNMENT],
    ['US DoD East', AzureCloud.US_GOVERNMENT],
    ['China North 3', AzureCloud.CHINA],
  ])('%s belongs to its cloud', (location, cloud) => {
    expect(AzureCloud.ofLocation(location)).toBe(cloud);
  });
});
