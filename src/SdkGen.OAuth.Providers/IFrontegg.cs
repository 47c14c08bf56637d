namespace SdkGen.OAuth.Providers;

/// <summary>Frontegg, at the domain of a workspace, as <see href="https://docs.frontegg.com/docs/frontegg-as-an-identity-provider">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}", MetadataAddress = "https://{domain}/oauth/.well-known/openid-configuration",
    Scopes = ["openid", "profile", "email"])]
public partial interface IFrontegg : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
