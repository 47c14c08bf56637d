namespace SdkGen.OAuth.Providers;

/// <summary>FACEIT, as <see href="https://docs.faceit.com/docs/fact/oauth2/">its documentation</see> describes it.</summary>
[OAuthProvider("https://api.faceit.com/auth", MetadataAddress = "https://api.faceit.com/auth/v1/openid_configuration",
    Scopes = ["openid", "profile", "email"], NonceReturned = false)]
[OAuthParameter("redirect_popup", "true", On = OAuthMessage.Authorization)]
public partial interface IFaceit : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
