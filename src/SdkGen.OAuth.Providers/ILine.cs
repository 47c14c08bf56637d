namespace SdkGen.OAuth.Providers;

/// <summary>LINE, as <see href="https://developers.line.biz/en/docs/line-login/integrate-line-login/">its documentation</see> describes it.</summary>
[OAuthProvider("https://access.line.me", RevocationEndpoint = "https://api.line.me/oauth2/v2.1/revoke", Scopes = ["openid", "profile"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost, IdTokenAlgorithms = ["HS256"])]
public partial interface ILine : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
