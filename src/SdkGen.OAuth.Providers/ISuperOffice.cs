namespace SdkGen.OAuth.Providers;

/// <summary>SuperOffice CRM, and its other environments, as <see href="https://docs.superoffice.com/en/authentication/online/api.html">its documentation</see> describes it.</summary>
[OAuthProvider("https://{host}", MetadataAddress = "https://{host}/login/.well-known/openid-configuration", Scopes = ["openid"])]
[OAuthVariable("host", Default = "production",
    Values = ["production=online.superoffice.com", "development=sod.superoffice.com", "staging=qaonline.superoffice.com"])]
public partial interface ISuperOffice : IAuthorizationCodeGrant, IRefreshTokenGrant;
