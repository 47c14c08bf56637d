namespace SdkGen.OAuth.Providers;

/// <summary>Adobe, users of its identity management service, as <see href="https://developer.adobe.com/developer-console/docs/guides/authentication/UserAuthentication/">its documentation</see> describes it.</summary>
[OAuthProvider("https://ims-na1.adobelogin.com", MetadataAddress = "https://ims-na1.adobelogin.com/ims/.well-known/openid-configuration",
    Scopes = ["openid", "AdobeID"], ScopeSeparator = ',', OfflineAccessScope = "offline_access")]
public partial interface IAdobe : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
