import { Testing } from 'cdktf';
import { ChatStack } from './main';

test('the stack that is deployed', () => {
  const { terraform, ...stack } = JSON.parse(Testing.synth(new ChatStack(Testing.app(), 'quick-start'), true));
  // The provider's bindings tell the version, and those of each engine are made of another one.
  const version = expect.stringMatching(/^4\.(55|73)\.0$/);
  expect(terraform).toEqual({ required_providers: { azurerm: { source: 'azurerm', version } } });
  expect(JSON.stringify(stack, undefined, 2)).toMatchSnapshot();
});
