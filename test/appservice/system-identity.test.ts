import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { ExistingApp } from '../../src/appservice';
import { appManagedIdentity } from '../../src/compliance/private/rules/app-service/app-managed-identity';
import { appSignalRIdentityConnection } from '../../src/compliance/private/rules/app-service/app-signalr-identity-connection';
import { appHasSignalRRole } from '../../src/compliance/private/rules/identity/app-has-signalr-role';
import { Principal } from '../../src/identity';
import { newApp } from '../support/app';
import { outcomes } from '../support/compliance';
import { armId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, resources, synth } from '../support/synth';

/** What the rules that read identities say of an app. */
function findings(stack: ReturnType<typeof newApp>['stack'], path: string): string[] {
  const rules = [appManagedIdentity, appSignalRIdentityConnection, appHasSignalRRole];
  return rules.flatMap((rule) =>
    outcomes(rule, stack)
      .filter((line) => line.startsWith(`${path}:`))
      .map((line) => line.replace(path, rule.id)),
  );
}

describe('an app with a system-assigned identity', () => {
  const define = (grants: boolean) => {
    const { stack, chat } = newApp();
    const app = new LinuxWebApp(stack, 'Estate', {
      name: 'app-estate',
      location: 'centralus',
      resourceGroupName: 'rg-estate',
      servicePlanId: chat.servicePlan!.servicePlanId,
      virtualNetworkSubnetId: chat.integrationSubnet.subnetId,
      httpsOnly: true,
      identity: { type: 'SystemAssigned' },
      siteConfig: { vnetRouteAllEnabled: true, ftpsState: 'Disabled' },
      ftpPublishBasicAuthenticationEnabled: false,
      webdeployPublishBasicAuthenticationEnabled: false,
      appSettings: { Azure__SignalR__ConnectionString: chat.signalr.connectionStringFor() },
    });
    const principal = Principal.servicePrincipal(stack, 'EstateIdentity', app.identity.principalId);
    if (grants) chat.signalr.grantAppServer(principal);
    return stack;
  };

  test('signs in with it where it is granted the role, and only there', () => {
    expect(findings(define(true), 'Estate')).toEqual(['APP7: compliant', 'APP9: compliant', 'IAM1: compliant']);
    expect(findings(define(false), 'Estate')).toEqual([
      'APP7: compliant',
      'APP9: compliant',
      expect.stringMatching(/^IAM1: warning .* another team must assign its identity a role/),
    ]);
    expect(schemaViolations(synth(define(true)))).toEqual([]);
  });

  test('has no identity that ExistingApp takes', () => {
    const { stack } = newApp();
    const attributes = { appId: armId('Microsoft.Web/sites', 'app'), defaultHostname: 'app.azurewebsites.net' };
    expect(messageOf(() => ExistingApp.fromAppAttributes(stack, 'App', attributes as never))).toContain(
      '[core/missing-prop] ExistingApp.fromAppAttributes: identity is missing',
    );
  });

  test('may be one of this library, beside its own', () => {
    const { stack, chat } = newApp();
    chat.linuxWebApp!.resource.identity.type = 'SystemAssigned, UserAssigned';
    const [app] = resources(stack, 'azurerm_linux_web_app');
    expect(app.identity).toEqual({
      type: 'SystemAssigned, UserAssigned',
      identity_ids: ['${azurerm_user_assigned_identity.Chat_Identity.id}'],
    });
    expect(findings(stack, 'Chat/WebApp/Resource')).toEqual(['APP7: compliant', 'APP9: compliant', 'IAM1: compliant']);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
