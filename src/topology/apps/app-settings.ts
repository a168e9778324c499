import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';

/** A setting or connection string of an app. */
export interface Setting {
  readonly name: string;
  readonly value: Value;
}

/** The settings and connection strings of an app; `undefined` where only Terraform will know which there are. */
export function settingsOf(app: ModelResource): Setting[] | undefined {
  const settings = app.at('app_settings').entries;
  const strings = app.blocks('connection_string');
  if (!settings || !strings) return undefined;
  return [
    ...settings.map(([name, value]) => ({ name, value })),
    ...strings.map((block) => ({ name: block.at('name').text, value: block.at('value') })),
  ];
}
