import { ChatStack } from './secure-signalr-app/main';

/** The stack of each example, by the name of its folder. */
export const STACKS = {
  'secure-signalr-app': ChatStack,
};
