import { callingEachOther, hubAndSpoke, mainExample, nothing, serverless, unknownNames } from './connectivity-data';
import { hostileNames } from './hostile-connectivity';
import { ConnectivityData } from '../../src/connectivity';

/** All fixtures by name. */
export const FIXTURES: Readonly<Record<string, ConnectivityData>> = {
  'main example': mainExample,
  'hub and spoke': hubAndSpoke,
  'unknown names': unknownNames,
  serverless,
  'calling each other': callingEachOther,
  nothing,
  'hostile names': hostileNames,
};
