import { checkInput } from '../core/internal/input/check-input';

/** The value of a parameter of a policy. */
export class PolicyParameter {
  /** A text, such as the id of a resource. */
  public static text(value: string): PolicyParameter {
    checkInput('governance.PolicyParameter.text', arguments);
    return new PolicyParameter(value);
  }

  /** A list of texts, such as the regions that are allowed. */
  public static list(values: string[]): PolicyParameter {
    checkInput('governance.PolicyParameter.list', arguments);
    return new PolicyParameter(values);
  }

  /** A number. */
  public static number(value: number): PolicyParameter {
    checkInput('governance.PolicyParameter.number', arguments);
    return new PolicyParameter(value);
  }

  /** True or false. */
  public static flag(value: boolean): PolicyParameter {
    checkInput('governance.PolicyParameter.flag', arguments);
    return new PolicyParameter(value);
  }

  private constructor(
    /** @internal */
    public readonly _value: string | string[] | number | boolean,
  ) {}
}
