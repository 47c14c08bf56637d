namespace SdkGen.OAuth.Providers;

/// <summary>LinkedIn, as <see href="https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2">its documentation</see> describes it.</summary>
[OAuthProvider("https://www.linkedin.com/oauth", Scopes = ["openid", "profile", "email"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost, NonceReturned = false)]
[OAuthError("user_cancelled_login", "access_denied")]
[OAuthError("user_cancelled_authorize", "access_denied")]
public partial interface ILinkedIn : IAuthorizationCodeGrant, IUserInfoEndpoint;
