import { mkdirSync } from 'fs';
import { join } from 'path';
import { App } from 'cdktf';
import { ApplicationGatewayStack } from './application-gateway/main';
import { BlueGreenStack } from './blue-green/main';
import { ContainerStack } from './container/main';
import { CustomDomainStack } from './custom-domain/main';
import { GovernedStack } from './governed/main';
import { addHubAndSpokes } from './hub-and-spoke/main';
import { addLandingZones } from './landing-zone/main';
import { OwnNamesStack } from './own-names/main';
import { PlainAzurermStack } from './plain-azurerm/main';
import { PrivateOnlyStack } from './private-only/main';
import { ChatStack } from './quick-start/main';
import { ServerlessStack } from './serverless/main';
import { SeveralRegionsStack } from './several-regions/main';
import { StateBackendStack } from './state-backend/main';

/** What each example adds to an app, by the name of its folder. */
export const EXAMPLES: Readonly<Record<string, (app: App) => void>> = {
  'application-gateway': (app) => new ApplicationGatewayStack(app, 'application-gateway'),
  'blue-green': (app) => new BlueGreenStack(app, 'blue-green'),
  container: (app) => new ContainerStack(app, 'container'),
  'custom-domain': (app) => new CustomDomainStack(app, 'custom-domain'),
  governed: (app) => new GovernedStack(app, 'governed'),
  'hub-and-spoke': addHubAndSpokes,
  'landing-zone': addLandingZones,
  'own-names': (app) => new OwnNamesStack(app, 'own-names'),
  'plain-azurerm': (app) => new PlainAzurermStack(app, 'plain-azurerm'),
  'private-only': (app) => new PrivateOnlyStack(app, 'private-only'),
  'quick-start': (app) => new ChatStack(app, 'quick-start'),
  serverless: (app) => new ServerlessStack(app, 'serverless'),
  'several-regions': (app) => new SeveralRegionsStack(app, 'several-regions'),
  'state-backend': (app) => new StateBackendStack(app, 'state-backend'),
};

/** An app with the stacks of an example, which is synthesized below a folder. */
export function newExample(name: string, folder: string): App {
  const addStacks = EXAMPLES[name];
  if (!addStacks) throw new Error(`no example ${name}; there are ${Object.keys(EXAMPLES).join(', ')}`);
  const outdir = join(folder, name);
  mkdirSync(outdir, { recursive: true });
  const app = new App({ outdir });
  addStacks(app);
  return app;
}

/** Prints what a command tells, or why it failed, without the stack of these programs. */
export function print(command: () => string): void {
  try {
    console.log(command());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
