namespace SdkGen.OAuth.Providers;

/// <summary>Typeform, as <see href="https://www.typeform.com/developers/get-started/applications/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.typeform.com/oauth/authorize",
    TokenEndpoint = "https://api.typeform.com/oauth/token",
    UserInfoEndpoint = "https://api.typeform.com/me",
    Scopes = ["accounts:read"], OfflineAccessScope = "offline",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "user_id")]
public partial interface ITypeform : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
