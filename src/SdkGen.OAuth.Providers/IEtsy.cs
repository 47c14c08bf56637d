namespace SdkGen.OAuth.Providers;

/// <summary>Etsy, whose clients are all public, as <see href="https://developers.etsy.com/documentation/essentials/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.etsy.com/oauth/connect",
    TokenEndpoint = "https://api.etsy.com/v3/public/oauth/token",
    Scopes = ["email_r"],
    ClientAuthentication = ClientAuthenticationMethod.None)]
public partial interface IEtsy : IAuthorizationCodeGrant, IRefreshTokenGrant;
