namespace SdkGen.OAuth.Providers;

/// <summary>Xero, as <see href="https://developer.xero.com/documentation/guides/oauth2/auth-flow/">its documentation</see> describes it.</summary>
[OAuthProvider("https://identity.xero.com", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IXero :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
