/**
 * A command for the owner of a target, which approves the Pending connection with a request message.
 *
 * @see https://learn.microsoft.com/cli/azure/network/private-endpoint-connection
 */
export function approvalCommand(targetId: string, requestMessage: string): string {
  const state = 'properties.privateLinkServiceConnectionState';
  const pending = `[?${state}.status=='Pending' && ${state}.description=='${requestMessage}'].id`;
  const list = `az network private-endpoint-connection list --id ${targetId} --query "${pending}" --output tsv`;
  return `az network private-endpoint-connection approve --id $(${list}) --description "${requestMessage}"`;
}
