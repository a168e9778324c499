import { Value } from '../values';

const KEY_REFERENCE =
  /azurerm_signalr_service\.[\w-]+(?:\[[^\]]*\])?\.(?:primary|secondary)_(?:access_key|connection_string)\b/;

/** Other services than SignalR write SharedAccessKey. */
const KEY_TEXT = /(?:^|[;"'\s])AccessKey\s*=/i;

/** References may form cycles, which Terraform rejects later. */
const MAX_STEPS = 8;

/** Form in which a value has a key of a SignalR service. */
export enum HeldKey {
  /** It refers to an attribute of a service. */
  REFERENCE,
  /** It has the key in its text. */
  TEXT,
}

/** Returns the form in which a value has a key of a SignalR service, also by way of other resources. */
export function heldKey(value: Value, steps: number = 0): HeldKey | undefined {
  const { text } = value;
  if (KEY_REFERENCE.test(text)) return HeldKey.REFERENCE;
  if (KEY_TEXT.test(text)) return HeldKey.TEXT;
  if (steps === MAX_STEPS) return undefined;
  const held = value.links.map(({ resource, attribute }) => heldKey(resource.at(attribute), steps + 1));
  return held.find((each) => each !== undefined);
}
