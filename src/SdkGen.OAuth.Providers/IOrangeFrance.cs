namespace SdkGen.OAuth.Providers;

/// <summary>Orange in France, as <see href="https://developer.orange.com/apis/authentication-fr/getting-started">its documentation</see> describes it.</summary>
[OAuthProvider("https://openid.orange.fr", UserInfoEndpoint = "https://api.orange.com/openidconnect/fr/v1/userinfo",
    MetadataAddress = "https://api.orange.com/openidconnect/fr/v1/.well-known/openid-configuration", Scopes = ["openid", "profile"])]
public partial interface IOrangeFrance : IAuthorizationCodeGrant, IUserInfoEndpoint;
