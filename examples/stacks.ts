import { App } from 'cdktf';
import { addHubAndSpokes } from './hub-and-spoke/main';
import { ChatStack } from './secure-signalr-app/main';

/** What each example adds to an app, by the name of its folder. */
export const EXAMPLES: Readonly<Record<string, (app: App) => void>> = {
  'hub-and-spoke': addHubAndSpokes,
  'secure-signalr-app': (app) => new ChatStack(app, 'secure-signalr-app'),
};
