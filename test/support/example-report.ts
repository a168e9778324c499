import { addService } from './fake-rules';
import { newStack } from './synth';
import { ComplianceReport, SecurityBaseline } from '../../src/compliance';

/** A report with one finding of each status, in a test that has the fake catalogue. */
export function exampleReport(): ComplianceReport {
  const stack = newStack();
  addService(stack, 'Service', {
    localAuthEnabled: true,
    sku: { name: '${var.tier}', capacity: 1 },
    cors: [{ allowedOrigins: ['http://a|<b>'] }],
  });
  SecurityBaseline.acknowledge(stack, {
    rule: 'SIG2',
    reason: '=cmd|"x", for the pilot',
    owner: 'team-chat',
    ticket: 'SEC-1',
    expires: '2030-01-01',
  });
  SecurityBaseline.acknowledge(stack.node.root, { rule: 'OUT1', reason: 'none is here' });
  return SecurityBaseline.evaluate(stack.node.root, { today: '2026-01-01' });
}
