import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import {
  Cors,
  CustomCertificate,
  CustomDomain,
  CustomDomainOptions,
  DomainDns,
  DomainDnsZone,
  ISignalRService,
  ServiceIdentity,
  SignalRService,
  SignalRServiceProps,
  Sku,
} from '../../src/signalr';
import { existingService, newDomainService } from '../support/domain';
import { graphOf, reachable } from '../support/graph';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, problemsOf, readable, resources, synth } from '../support/synth';

const TYPE = 'azurerm_signalr_service_custom_domain';
const CERTIFICATE = 'azurerm_signalr_service_custom_certificate';
const CNAME = 'azurerm_dns_cname_record';
const ZONE: DomainDnsZone = { zoneName: 'example.com', resourceGroupName: 'rg-dns' };
const dns = DomainDns.existing();
const domainName = 'chat.example.com';

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const { stack, service, certificate } = newDomainService(props);
  const added = service.addCustomCertificate('Certificate', { name: 'chat', certificate });
  const addDomain = (options: Partial<CustomDomainOptions> = {}, id = 'Domain') =>
    service.addCustomDomain(id, { name: 'chat', domainName, certificate: added, dns, ...options });
  return { stack, service, reference: certificate, certificate: added, addDomain };
}

/** The message with which a domain for an existing service is refused. */
function refusal(options: Partial<CustomDomainOptions>, service?: ISignalRService): string {
  const target = service ?? existingService(newStack(), 'SignalR', 'sigr');
  const certificate = CustomCertificate.fromCustomCertificateAttributes(target, 'Certificate', {
    customCertificateId: `${target.serviceId}/customCertificates/chat`,
  });
  return messageOf(() => target.addCustomDomain('Domain', { name: 'chat', domainName, certificate, dns, ...options }));
}

describe('CustomDomain', () => {
  test('uses a certificate of its service, and comes last', () => {
    const { stack, addDomain } = setUp();
    const domain = addDomain();
    expect(only(stack, TYPE)).toEqual({
      name: 'chat',
      signalr_service_id: '${azurerm_signalr_service.SignalR.id}',
      domain_name: 'chat.example.com',
      signalr_custom_certificate_id: `\${${CERTIFICATE}.SignalR_Certificate.id}`,
      depends_on: [`${CERTIFICATE}.SignalR_Certificate`],
    });
    expect(domain.domainName).toBe('chat.example.com');
    new TerraformOutput(stack, 'id', { value: domain.customDomainId });
    expect(readable(stack).output!.id.value).toBe(`\${${TYPE}.SignalR_Domain.id}`);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is the same without addCustomDomain', () => {
    const byMethod = setUp();
    byMethod.addDomain();
    const { stack, service, certificate } = setUp();
    new CustomDomain(service, 'Domain', { name: 'chat', domainName, certificate, dns, service });
    expect(synth(stack)).toEqual(synth(byMethod.stack));
  });

  test('waits for all certificates and for the domain before it, whatever the order in which they are added', () => {
    const { stack, service, reference, addDomain } = setUp();
    addDomain();
    addDomain({ name: 'chat2', domainName: 'chat2.example.com' }, 'Second');
    service.addCustomCertificate('Late', { name: 'late', certificate: reference });
    const graph = graphOf(readable(stack));
    expect(
      [...reachable(graph, `${TYPE}.SignalR_Second`)].filter((name) => name.startsWith('azurerm_signalr')),
    ).toEqual(
      expect.arrayContaining([
        `${TYPE}.SignalR_Domain`,
        `${CERTIFICATE}.SignalR_Late`,
        `${CERTIFICATE}.SignalR_Certificate`,
        'azurerm_signalr_service_network_acl.SignalR_NetworkAcl',
      ]),
    );
  });

  test('can be added to an existing service with an existing certificate', () => {
    const stack = newStack();
    const service = existingService(stack, 'SignalR', 'sigr');
    const certificate = CustomCertificate.fromCustomCertificateAttributes(stack, 'Certificate', {
      customCertificateId: `${service.serviceId.toUpperCase()}/customCertificates/chat`,
    });
    service.addCustomDomain('Domain', { name: 'chat', domainName, certificate, dns: DomainDns.zone(ZONE) });
    expect(only(stack, TYPE)).toMatchObject({ signalr_service_id: service.serviceId, domain_name: domainName });
    expect(only(stack, CNAME).record).toBe('sigr.service.signalr.net');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lives in the subscription of its service, and its record in that of the zone', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const { serviceId, hostname } = existingService(stack, 'Known', 'sigr');
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', { serviceId, hostname, provider });
    const certificate = CustomCertificate.fromCustomCertificateAttributes(stack, 'Certificate', {
      customCertificateId: `${serviceId}/customCertificates/chat`,
    });
    service.addCustomDomain('One', { name: 'one', domainName, certificate, dns: DomainDns.zone(ZONE) });
    const zone = { ...ZONE, provider };
    const second = { name: 'two', domainName: 'two.example.com', certificate, dns: DomainDns.zone(zone) };
    service.addCustomDomain('Two', second);
    expect(providers(stack)).toEqual({
      [`${CNAME}.SignalR_One_CnameRecord`]: undefined,
      [`${CNAME}.SignalR_Two_CnameRecord`]: 'azurerm.hub',
      [`${TYPE}.SignalR_One`]: 'azurerm.hub',
      [`${TYPE}.SignalR_Two`]: 'azurerm.hub',
    });
  });
});

describe('DomainDns', () => {
  test('defines the record in an existing zone before the domain', () => {
    const { stack, addDomain } = setUp();
    addDomain({ domainName: 'Chat.eu.Example.com', dns: DomainDns.zone({ ...ZONE, ttlInSeconds: 60 }) });
    expect(only(stack, CNAME)).toEqual({
      name: 'Chat.eu',
      zone_name: 'example.com',
      resource_group_name: 'rg-dns',
      ttl: 60,
      record: '${azurerm_signalr_service.SignalR.hostname}',
    });
    expect(only(stack, TYPE).depends_on).toEqual([
      `${CNAME}.SignalR_Domain_CnameRecord`,
      `${CERTIFICATE}.SignalR_Certificate`,
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('keeps the record for 300 seconds unless told otherwise', () => {
    const { stack, addDomain } = setUp();
    addDomain({ dns: DomainDns.zone(ZONE) });
    expect(only(stack, CNAME)).toMatchObject({ name: 'chat', ttl: 300 });
  });

  test('leaves the name of the record to Terraform where domain or zone are not known', () => {
    const { stack, addDomain } = setUp();
    const variable = new TerraformVariable(stack, 'domain', {}).stringValue;
    addDomain({ domainName: variable, name: variable, dns: DomainDns.zone(ZONE) });
    addDomain({ name: 'two', dns: DomainDns.zone({ ...ZONE, zoneName: variable }) }, 'Two');
    expect(resources(stack, CNAME).map(({ name }) => name)).toEqual([
      '${trimsuffix(var.domain, ".example.com")}',
      '${trimsuffix("chat.example.com", ".${var.domain}")}',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('makes the domain wait for a record that another resource makes', () => {
    const { stack, addDomain } = setUp();
    const record = new ResourceGroupResource(stack, 'Record', { name: 'stands-for-a-record', location: 'centralus' });
    addDomain({ dns: DomainDns.after(record) });
    expect(only(stack, TYPE).depends_on).toEqual([
      'azurerm_resource_group.Record',
      `${CERTIFICATE}.SignalR_Certificate`,
    ]);
  });

  test.each(['example.com', 'chat.example.org', 'chat.notexample.com'])('refuses %s in zone example.com', (name) => {
    expect(refusal({ domainName: name, dns: DomainDns.zone(ZONE) })).toBe(
      `Prod/SignalR/Domain: [signalr/domain-dns] "${name}" is not below zone "example.com", and a CNAME record is possible below its zone only; give the zone of a parent domain`,
    );
  });

  test.each([0, 1.5, 2147483648])('refuses to keep the record for %d seconds', (ttlInSeconds) => {
    expect(refusal({ dns: DomainDns.zone({ ...ZONE, ttlInSeconds }) })).toBe(
      `Prod/SignalR/Domain: [signalr/domain-dns] the record has a time to live of ${ttlInSeconds} seconds; use a whole number from 1 to 2147483647`,
    );
  });
});

describe('CustomDomain problems', () => {
  test.each(['example', '*.example.com', 'chat.example.com.', 'chat_1.example.com', '-a.example.com', '10.0.0.4', ''])(
    'include a domain as "%s"',
    (name) => {
      expect(refusal({ domainName: name })).toBe(
        `Prod/SignalR/Domain: [signalr/domain-name] "${name}" is not a domain; use its full name without wildcard and final period, such as chat.example.com`,
      );
    },
  );

  test.each(['chat.example.com', 'CHAT.Example.com', 'xn--bcher-kva.example', '4.example.co1', 'a.b-c.d'])(
    'do not include the domain %s',
    (name) => {
      const { addDomain } = setUp();
      expect(() => addDomain({ domainName: name })).not.toThrow();
    },
  );

  test('come all at once', () => {
    const { stack, service, resourceGroup, certificate: reference } = newDomainService({ sku: Sku.standard(1) });
    const other = new SignalRService(stack, 'Other', {
      ...{ name: 'other', resourceGroup, cors: Cors.allowAnyOrigin() },
      ...{ sku: Sku.premium(1), identity: ServiceIdentity.systemAssigned() },
    });
    const certificate = other.addCustomCertificate('Certificate', { name: 'chat', certificate: reference });
    const options = { name: '', domainName: 'chat', certificate, dns: DomainDns.zone(ZONE) };
    expect(messageOf(() => service.addCustomDomain('Domain', options))).toBe(
      [
        'Prod/SignalR/Domain: [signalr/domain-resource-name] "" cannot be the name of a domain; use letters, digits, dashes, underscores and periods, beginning with a letter or digit',
        'Prod/SignalR/Domain: [signalr/domain-name] "chat" is not a domain; use its full name without wildcard and final period, such as chat.example.com',
        'Prod/SignalR/Domain: [signalr/domain-dns] "chat" is not below zone "example.com", and a CNAME record is possible below its zone only; give the zone of a parent domain',
        'Prod/SignalR/Domain: [signalr/certificate-of-other-service] certificate Prod/Other/Certificate belongs to another service; add the certificate to Prod/SignalR too, and give that one',
        'Prod/SignalR/Domain: [signalr/custom-domain-requires-premium] Standard_S1 cannot have domains of its own; choose Sku.premium(1) or higher',
      ].join('\n'),
    );
  });

  test('include a domain of another service, and a name that is taken in the service', () => {
    const { stack, addDomain } = setUp();
    addDomain();
    addDomain({ domainName: 'CHAT.example.com' }, 'Second');
    expect(problemsOf(stack)).toEqual([
      '[signalr/domain-name] Prod/SignalR/Domain/Resource and Prod/SignalR/Second/Resource are custom domains named "CHAT.example.com", which is unique in all of Azure; give one of them another name',
      '[signalr/domain-resource-name] Prod/SignalR/Domain/Resource and Prod/SignalR/Second/Resource are domains named "chat" of one service; give one of them another name',
    ]);
  });

  test('include an existing certificate whose id names another service', () => {
    const stack = newStack();
    const service = existingService(stack, 'SignalR', 'sigr');
    const { serviceId } = existingService(stack, 'Other', 'other');
    const attributes = { customCertificateId: `${serviceId}/customCertificates/chat` };
    const certificate = CustomCertificate.fromCustomCertificateAttributes(stack, 'Certificate', attributes);
    expect(refusal({ certificate }, service)).toBe(
      'Prod/SignalR/Domain: [signalr/certificate-of-other-service] certificate Prod/Certificate belongs to another service; add the certificate to Prod/SignalR too, and give that one',
    );
  });

  test('do not include the letter case of the id of an existing certificate', () => {
    const stack = newStack();
    const service = existingService(stack, 'SignalR', 'sigr');
    const customCertificateId = `${service.serviceId}/customCertificates/chat`;
    const certificate = CustomCertificate.fromCustomCertificateAttributes(stack, 'Certificate', {
      customCertificateId: customCertificateId.replace('signalR', 'signalr').replace('customC', 'customc'),
    });
    service.addCustomDomain('Domain', { name: 'chat', domainName, certificate, dns });
    expect(only(stack, TYPE).signalr_custom_certificate_id).toBe(customCertificateId);
  });

  test('include the id of something else as that of a certificate', () => {
    const stack = newStack();
    const { serviceId } = existingService(stack, 'SignalR', 'sigr');
    const attributes = { customCertificateId: serviceId };
    expect(messageOf(() => CustomCertificate.fromCustomCertificateAttributes(stack, 'Certificate', attributes))).toBe(
      `Prod/Certificate: [signalr/certificate-resource-id] "${serviceId}" is not the id of a certificate of a SignalR service; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.SignalRService/signalR/NAME/customCertificates/NAME`,
    );
  });

  test('do not include a certificate whose service is only known to Terraform', () => {
    const { stack, reference, addDomain } = setUp();
    const lookup = SignalRService.fromLookup(stack, 'Found', { name: 'sigr', resourceGroupName: 'rg' });
    const found = lookup.addCustomCertificate('Certificate', { name: 'chat', certificate: reference });
    addDomain({ certificate: found });
    const customCertificateId = new TerraformVariable(stack, 'certificate', {}).stringValue;
    const unknown = CustomCertificate.fromCustomCertificateAttributes(stack, 'Unknown', { customCertificateId });
    addDomain({ name: 'two', domainName: 'two.example.com', certificate: unknown }, 'Two');
    expect(resources(stack, TYPE)).toHaveLength(2);
  });
});
