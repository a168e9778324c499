import { Construct } from 'constructs';
import { EndpointRole } from './roles';
import { ServerlessInput } from './serverless-input';
import { bindDns, endpointNames, Foundation } from './service-parts';
import { ApplicationInsights, IApplicationInsights, ILogWorkspace, LogDestination } from '../../observability';
import { DnsIntegration } from '../../privatelink';
import { StorageAccount, StorageService } from '../../storage';
import { KeyVault } from '../../vault';

const STORAGE = [
  ['Blob', StorageService.BLOB, 'blobEndpoint'],
  ['Queue', StorageService.QUEUE, 'queueEndpoint'],
  ['Table', StorageService.TABLE, 'tableEndpoint'],
] as const;

/** What a Serverless architecture has besides its service and its function app. */
export class ServerlessParts {
  /** @param scope the architecture */
  public constructor(
    private readonly scope: Construct,
    private readonly input: ServerlessInput,
    private readonly foundation: Foundation,
  ) {}

  /** Defines the vault with the key of the function app. */
  public defineVault(logs: LogDestination): KeyVault {
    const { names } = this.input.service;
    const vault = new KeyVault(this.scope, 'Vault', { ...this.foundation.regional, name: names.of('vault') });
    vault.addPrivateEndpoint('PrivateEndpoint', this.endpointOptions('vaultEndpoint', 'Vault'));
    vault.sendLogsTo(logs, { name: names.of('vaultDiagnosticSetting') });
    return vault;
  }

  /** Defines the storage account of the function app. */
  public defineStorage(isPrivate: boolean): StorageAccount {
    const storage = new StorageAccount(this.scope, 'Storage', {
      ...this.foundation.regional,
      name: this.input.service.names.of('storage'),
      publicNetworkAccess: !isPrivate,
    });
    (isPrivate ? STORAGE : []).forEach(([kind, service, role]) =>
      storage.addPrivateEndpoint(`${kind}Endpoint`, service, this.endpointOptions(role, kind)),
    );
    return storage;
  }

  /** Defines where the function app sends its telemetry, unless it has that, or there is no workspace to keep it. */
  public defineTelemetry(workspace: ILogWorkspace | undefined): IApplicationInsights | undefined {
    const { applicationInsights } = this.input.host._existing;
    if (applicationInsights || !workspace) return applicationInsights;
    return new ApplicationInsights(this.scope, 'ApplicationInsights', {
      ...this.foundation.regional,
      name: this.input.service.names.of('applicationInsights'),
      workspace,
    });
  }

  /** The names, place and records of an endpoint. */
  public endpointOptions(role: EndpointRole, kind: string) {
    const { names, location } = this.input.service;
    const { regional, endpointGroup, network } = this.foundation;
    return {
      ...endpointNames(names, role),
      resourceGroup: endpointGroup,
      subnet: network.privateEndpointSubnet,
      location,
      dns: this.dnsOf(role, kind),
      tags: regional.tags,
    };
  }

  /** Who keeps the record of an endpoint, with zone and link defined where they are new. */
  public dnsOf(endpoint: EndpointRole, kind: string): DnsIntegration {
    const use = { endpoint, zoneId: `${kind}PrivateDnsZone`, linkId: `${kind}VirtualNetworkLink` };
    return bindDns(this.scope, this.input.dnsOf(endpoint), use, this.input.service, this.foundation);
  }
}
