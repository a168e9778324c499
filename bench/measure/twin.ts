import { givenJob, run } from './child';
import { PlainChatStack } from '../plain-twin';

run(givenJob(), (app, index) => {
  new PlainChatStack(app, `stack-${index}`, { workload: `chat${index}`, hash: '5b1c4d' });
});
