import { TerraformStack } from 'cdktf';
import { appservice, FunctionHost, Naming, SecureServerlessSignalR } from '../../src';

/** A chat on Flex Consumption, after the sample DotnetIsolated-ClassBased of aspnet/AzureSignalR-samples. */
export function classBasedFunctions(stack: TerraformStack): void {
  new SecureServerlessSignalR(stack, 'Chat', {
    location: 'eastus',
    host: FunctionHost.flexConsumption({ runtime: appservice.Runtime.dotnet('8.0') }),
    naming: Naming.of({
      resourceGroup: 'myResourceGroup',
      signalr: 'mySignalRName',
      storage: 'mystorageaccount',
      functionApp: 'myserverlessfunc',
      vault: 'my-unique-keyvault',
      functionKeySecret: 'signalrkey',
    }),
  });
}
