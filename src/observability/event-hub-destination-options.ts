/** The event hub that logs are streamed to. */
export interface EventHubDestinationOptions {
  /**
   * Azure id of an authorization rule of the namespace, such as
   * `/subscriptions/.../Microsoft.EventHub/namespaces/NAME/authorizationRules/RULE`; the rule needs the rights Manage,
   * Send and Listen.
   */
  readonly authorizationRuleId: string;

  /**
   * Name of the event hub: 1 to 256 letters, digits, inner periods, dashes or underscores.
   *
   * @default - Azure makes an event hub for each log category
   */
  readonly eventHubName?: string;
}
