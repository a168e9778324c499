import { mkdirSync } from 'fs';
import { join } from 'path';
import { App } from 'cdktf';
import { BlueGreenStack } from './blue-green/main';
import { CustomDomainStack } from './custom-domain/main';
import { GovernedStack } from './governed/main';
import { addHubAndSpokes } from './hub-and-spoke/main';
import { ChatStack } from './quick-start/main';
import { ServerlessStack } from './serverless/main';
import { StateBackendStack } from './state-backend/main';

/** What each example adds to an app, by the name of its folder. */
export const EXAMPLES: Readonly<Record<string, (app: App) => void>> = {
  'blue-green': (app) => new BlueGreenStack(app, 'blue-green'),
  'custom-domain': (app) => new CustomDomainStack(app, 'custom-domain'),
  governed: (app) => new GovernedStack(app, 'governed'),
  'hub-and-spoke': addHubAndSpokes,
  'quick-start': (app) => new ChatStack(app, 'quick-start'),
  serverless: (app) => new ServerlessStack(app, 'serverless'),
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
