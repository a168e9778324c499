/** Reports whether a text is a GUID, as Microsoft Entra ID and Azure write their ids. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
