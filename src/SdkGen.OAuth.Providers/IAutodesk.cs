namespace SdkGen.OAuth.Providers;

/// <summary>Autodesk Platform Services, as <see href="https://aps.autodesk.com/en/docs/oauth/v2/developers_guide/overview/">its documentation</see> describes it.</summary>
[OAuthProvider("https://developer.api.autodesk.com", Scopes = ["openid", "user-profile:read"])]
public partial interface IAutodesk :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
