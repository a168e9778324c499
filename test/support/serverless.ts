import { TerraformStack } from 'cdktf';
import { newStack } from './synth';
import { SecureServerlessSignalR, SecureServerlessSignalRProps } from '../../src';

/** A stack with a Serverless architecture that has only a location, and what the test changes. */
export function newChat(props: Partial<SecureServerlessSignalRProps> = {}, stack: TerraformStack = newStack()) {
  return { stack, chat: new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', ...props }) };
}
