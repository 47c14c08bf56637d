namespace SdkGen.OAuth.Providers;

/// <summary>Kinde, at the domain of a business, as <see href="https://docs.kinde.com/developer-tools/about/using-kinde-without-an-sdk/">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline")]
public partial interface IKinde :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
