/** Answer of App Service to a request without a valid token, in Azure's spelling. */
export enum UnauthenticatedAction {
  /** 401, as clients of an API expect it. */
  RETURN_401 = 'Return401',

  /** 403. */
  RETURN_403 = 'Return403',

  /** A redirect to the login page of Microsoft Entra ID, for pages that people open in a browser. */
  REDIRECT_TO_LOGIN_PAGE = 'RedirectToLoginPage',

  /** The answer of the code, which has to decide for itself. */
  ALLOW_ANONYMOUS = 'AllowAnonymous',
}
