import { Construct } from 'constructs';
import { EndpointRole, SHARED_WITH, SharingEndpointRole, ZoneEndpointRole } from './roles';
import { ServerlessInput } from './serverless-input';
import { bindDns, endpointNames, Foundation } from './service-parts';
import { ApplicationInsights, IApplicationInsights, ILogWorkspace, LogDestination } from '../../observability';
import { DnsIntegration } from '../../privatelink';
import { StorageAccount, StorageService } from '../../storage';
import { KeyVault } from '../../vault';

/** One of the accounts, with the endpoints of its services. */
interface AccountForm {
  readonly id: string;
  readonly role: 'storage' | 'negotiationStorage';
  readonly endpoints: readonly (readonly [string, StorageService, EndpointRole])[];
}

const OF_FUNCTIONS: AccountForm = {
  id: 'Storage',
  role: 'storage',
  endpoints: [
    ['Blob', StorageService.BLOB, 'blobEndpoint'],
    ['Queue', StorageService.QUEUE, 'queueEndpoint'],
    ['Table', StorageService.TABLE, 'tableEndpoint'],
  ],
};

const OF_NEGOTIATION: AccountForm = {
  id: 'NegotiationStorage',
  role: 'negotiationStorage',
  endpoints: [
    ['Blob', StorageService.BLOB, 'negotiationBlobEndpoint'],
    ['Queue', StorageService.QUEUE, 'negotiationQueueEndpoint'],
    ['Table', StorageService.TABLE, 'negotiationTableEndpoint'],
  ],
};

/** Defines the further parts of a Serverless architecture, without its service and its function apps. */
export class ServerlessParts {
  private readonly dns = new Map<EndpointRole, DnsIntegration>();

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
    return this.defineAccount(OF_FUNCTIONS, isPrivate);
  }

  /** Defines that of the app for the negotiation alone. */
  public defineNegotiationStorage(isPrivate: boolean): StorageAccount {
    return this.defineAccount(OF_NEGOTIATION, isPrivate);
  }

  /** Defines where the function apps send their telemetry, unless it is given, or there is no workspace to keep it. */
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
      dns: this.dnsOf(SHARED_WITH[role as SharingEndpointRole] ?? role, kind),
      tags: regional.tags,
    };
  }

  /** Finds who keeps the record of an endpoint, and defines zone and link once, where they are new. */
  public dnsOf(endpoint: ZoneEndpointRole, kind: string): DnsIntegration {
    const use = { endpoint, zoneId: `${kind}PrivateDnsZone`, linkId: `${kind}VirtualNetworkLink` };
    const dns =
      this.dns.get(endpoint) ??
      bindDns(this.scope, this.input.dnsOf(endpoint), use, this.input.service, this.foundation);
    this.dns.set(endpoint, dns);
    return dns;
  }

  private defineAccount({ id, role, endpoints }: AccountForm, isPrivate: boolean): StorageAccount {
    const storage = new StorageAccount(this.scope, id, {
      ...this.foundation.regional,
      name: this.input.service.names.of(role),
      publicNetworkAccess: !isPrivate,
    });
    (isPrivate ? endpoints : []).forEach(([kind, service, endpoint]) =>
      storage.addPrivateEndpoint(`${kind}Endpoint`, service, this.endpointOptions(endpoint, kind)),
    );
    return storage;
  }
}
