/** Raised at synth for input that Azure or azurerm would refuse, or accept and silently get wrong. */
export class ValidationError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'ValidationError';
  }
}
