import { Testing } from 'cdktf';
import { IConstruct } from 'constructs';
import { EXAMPLES } from '../../examples/stacks';
import { AppNetwork } from '../../src';
import { ComplianceStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { RuleDirection, SecurityRule } from '../../src/network';
import { addInsecureChat } from '../support/insecure-chat';
import { newIsolatedChat } from '../support/isolated-chat';
import { newMisconnectedChat } from '../support/misconnected-chat';
import { add } from '../support/plain-azurerm';
import { newChat } from '../support/serverless';
import { newStack } from '../support/synth';

/** The ids of the rules that have a status nowhere in some constructs, in no profile. */
function rulesWithout(status: ComplianceStatus, scopes: IConstruct[]): string[] {
  const findings = scopes.flatMap((scope) =>
    Object.values(SecurityProfile).flatMap((profile) =>
      SecurityBaseline.evaluate(scope, { profile }).withStatus(status),
    ),
  );
  const found = new Set(findings.map(({ rule }) => rule));
  return CATALOGUE.map(({ id }) => id).filter((id) => !found.has(id));
}

test('every rule is violated by a stack that is written without care', () => {
  const insecure = newStack();
  addInsecureChat(insecure);
  const denied = SecurityRule.deny({ name: 'No', direction: RuleDirection.OUTBOUND, priority: 300 });
  const { stack: closed } = newChat({ network: AppNetwork.define({ integrationRules: [denied] }) });
  expect(rulesWithout(ComplianceStatus.VIOLATED, [insecure, newMisconnectedChat(), closed])).toEqual([]);
});

test('every rule finds compliant what the examples and an isolated architecture define', () => {
  const examples = Object.values(EXAMPLES).map((addStacks) => {
    const app = Testing.app();
    addStacks(app);
    return app;
  });
  // The examples leave authentication to the code of the app.
  const authenticated = newStack();
  add(authenticated, 'azurerm_linux_web_app', 'App', { auth_settings_v2: [{ auth_enabled: true }] });
  expect(rulesWithout(ComplianceStatus.COMPLIANT, [...examples, newIsolatedChat(), authenticated])).toEqual([]);
});
