/** The value of a parameter of a policy. */
export class PolicyParameter {
  /** A text, such as the id of a resource. */
  public static text(value: string): PolicyParameter {
    return new PolicyParameter(value);
  }

  /** A list of texts, such as the regions that are allowed. */
  public static list(values: string[]): PolicyParameter {
    return new PolicyParameter(values);
  }

  /** A number. */
  public static number(value: number): PolicyParameter {
    return new PolicyParameter(value);
  }

  /** True or false. */
  public static flag(value: boolean): PolicyParameter {
    return new PolicyParameter(value);
  }

  private constructor(
    /** @internal */
    public readonly _value: string | string[] | number | boolean,
  ) {}
}
