import { AzureCloud } from '../../src/core';
import { PrivateLinkZone } from '../../src/dns';

const CLOUDS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA];

/** Zone and host domain of each service in the public, the US government's and China's cloud. */
const TABLE: [string, PrivateLinkZone, string[], string[]][] = [
  [
    'SignalR',
    PrivateLinkZone.SIGNALR,
    ['privatelink.service.signalr.net', 'privatelink.signalr.azure.us', 'privatelink.signalr.azure.cn'],
    ['service.signalr.net', 'signalr.azure.us', 'service.signalr.azure.cn'],
  ],
  [
    'App Service',
    PrivateLinkZone.SITES,
    ['privatelink.azurewebsites.net', 'privatelink.azurewebsites.us', 'privatelink.chinacloudsites.cn'],
    ['azurewebsites.net', 'azurewebsites.us', 'chinacloudsites.cn'],
  ],
  [
    'Key Vault',
    PrivateLinkZone.KEY_VAULT,
    ['privatelink.vaultcore.azure.net', 'privatelink.vaultcore.usgovcloudapi.net', 'privatelink.vaultcore.azure.cn'],
    ['vault.azure.net', 'vault.usgovcloudapi.net', 'vault.azure.cn'],
  ],
  [
    'blobs',
    PrivateLinkZone.STORAGE_BLOB,
    [
      'privatelink.blob.core.windows.net',
      'privatelink.blob.core.usgovcloudapi.net',
      'privatelink.blob.core.chinacloudapi.cn',
    ],
    ['blob.core.windows.net', 'blob.core.usgovcloudapi.net', 'blob.core.chinacloudapi.cn'],
  ],
  [
    'file shares',
    PrivateLinkZone.STORAGE_FILE,
    [
      'privatelink.file.core.windows.net',
      'privatelink.file.core.usgovcloudapi.net',
      'privatelink.file.core.chinacloudapi.cn',
    ],
    ['file.core.windows.net', 'file.core.usgovcloudapi.net', 'file.core.chinacloudapi.cn'],
  ],
  [
    'queues',
    PrivateLinkZone.STORAGE_QUEUE,
    [
      'privatelink.queue.core.windows.net',
      'privatelink.queue.core.usgovcloudapi.net',
      'privatelink.queue.core.chinacloudapi.cn',
    ],
    ['queue.core.windows.net', 'queue.core.usgovcloudapi.net', 'queue.core.chinacloudapi.cn'],
  ],
  [
    'static websites',
    PrivateLinkZone.STORAGE_WEB,
    [
      'privatelink.web.core.windows.net',
      'privatelink.web.core.usgovcloudapi.net',
      'privatelink.web.core.chinacloudapi.cn',
    ],
    ['web.core.windows.net', 'web.core.usgovcloudapi.net', 'web.core.chinacloudapi.cn'],
  ],
  [
    'Data Lake Storage',
    PrivateLinkZone.STORAGE_DFS,
    [
      'privatelink.dfs.core.windows.net',
      'privatelink.dfs.core.usgovcloudapi.net',
      'privatelink.dfs.core.chinacloudapi.cn',
    ],
    ['dfs.core.windows.net', 'dfs.core.usgovcloudapi.net', 'dfs.core.chinacloudapi.cn'],
  ],
  [
    'tables',
    PrivateLinkZone.STORAGE_TABLE,
    [
      'privatelink.table.core.windows.net',
      'privatelink.table.core.usgovcloudapi.net',
      'privatelink.table.core.chinacloudapi.cn',
    ],
    ['table.core.windows.net', 'table.core.usgovcloudapi.net', 'table.core.chinacloudapi.cn'],
  ],
];

describe('PrivateLinkZone', () => {
  test.each(TABLE)('knows the zone and the host domain of %s in each cloud', (_, zone, zoneNames, hosts) => {
    expect(CLOUDS.map((cloud) => zone.nameIn(cloud))).toEqual(zoneNames);
    expect(CLOUDS.map((cloud) => zone.hostIn(cloud))).toEqual(hosts);
  });
});
