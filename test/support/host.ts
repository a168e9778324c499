import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IDENTITY } from './ids';
import { IAppHost, ManagedIdentity } from '../../src/identity';

/** An application that remembers what it is told, and defines nothing. */
export class Host extends Construct implements IAppHost {
  public virtualNetworkId?: string;
  public readonly settings: Record<string, string> = {};
  public readonly prerequisites: TerraformResource[] = [];
  public readonly identity = ManagedIdentity.fromManagedIdentityAttributes(this, 'Identity', IDENTITY);
  public addAppSetting(name: string, value: string) {
    this.settings[name] = value;
  }
  public executeAfter(prerequisite: TerraformResource) {
    this.prerequisites.push(prerequisite);
  }
}
