namespace SdkGen.OAuth.Providers;

/// <summary>Polar, as <see href="https://polar.sh/docs/integrate/oauth2/introduction">its documentation</see> describes it.</summary>
[OAuthProvider("https://polar.sh", MetadataAddress = "https://api.polar.sh/.well-known/openid-configuration",
    Scopes = ["openid", "profile", "email"])]
public partial interface IPolar : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
