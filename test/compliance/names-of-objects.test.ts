import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { add } from '../support/plain-azurerm';
import { newStack } from '../support/synth';

/** JavaScript finds these in each object, so that a table that is one must not be asked for them. */
const NAMES = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

test.each(NAMES)('a mode, a sub-resource and a type that are called %s make no rule fail', (name) => {
  const stack = newStack();
  const service = add(stack, 'azurerm_signalr_service', 'Service', { name: 'chat', service_mode: name });
  const app = add(stack, 'azurerm_linux_web_app', 'App', {
    identity: [{ type: 'SystemAssigned' }],
    app_settings: {
      Azure__SignalR__ConnectionString: `Endpoint=https://${service.ref('hostname')};AuthType=azure.msi`,
    },
  });
  add(stack, 'azurerm_role_assignment', 'Grant', {
    scope: service.ref(),
    role_definition_name: 'SignalR App Server',
    principal_id: app.ref('identity[0].principal_id'),
  });
  add(stack, 'azurerm_role_assignment', 'Elsewhere', {
    scope: add(stack, name, 'Own', {}).ref(),
    role_definition_name: 'Owner',
    principal_id: app.ref('identity[0].principal_id'),
  });
  add(stack, 'azurerm_private_endpoint', 'Endpoint', {
    private_service_connection: { private_connection_resource_id: service.ref(), subresource_names: [name] },
  });
  const { findings } = SecurityBaseline.evaluate(stack);
  const unknown = findings.filter(({ status }) => status === ComplianceStatus.UNKNOWN);
  expect(unknown.filter(({ reason }) => reason.includes('the rule failed'))).toEqual([]);
  expect(findings.find(({ rule, path }) => rule === 'IAM1' && path === 'Prod/App')!.status).toBe('compliant');
});
