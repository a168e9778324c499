import { IStackSynthesizer, ISynthesisSession, TerraformStack } from 'cdktf';
import { ValidationError } from '../core/internal/violations';

/**
 * Adds a validation to a stack that also runs where the app has `skipValidation`.
 *
 * cdktf never visits the app with aspects, and an aspect of a stack sees resources before other aspects have changed
 * them. A validation runs after the aspects of the stack, and before its file is written.
 *
 * @param validate returns errors, and is given whether the other validations of the stack run too
 */
export function validateAlways(stack: TerraformStack, validate: (othersRun: boolean) => string[]): void {
  stack.node.addValidation({ validate: () => validate(true) });
  stack.synthesizer = new ValidatingSynthesizer(stack.synthesizer, validate);
}

class ValidatingSynthesizer implements IStackSynthesizer {
  public constructor(
    private readonly inner: IStackSynthesizer,
    private readonly validate: (othersRun: boolean) => string[],
  ) {}

  public synthesize(session: ISynthesisSession): void {
    this.inner.synthesize(session);
    if (!session.skipValidation) return;
    const errors = this.validate(false);
    if (errors.length > 0) throw new ValidationError(errors.join('\n'));
  }
}
