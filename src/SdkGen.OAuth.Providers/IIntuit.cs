namespace SdkGen.OAuth.Providers;

/// <summary>Intuit, QuickBooks Online and its sandbox, as <see href="https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/openid-connect">its documentation</see> describes it.</summary>
[OAuthProvider("https://oauth.platform.intuit.com/op/v1", MetadataAddress = "https://developer.api.intuit.com/.well-known/{environment}",
    Scopes = ["openid", "email"], NonceReturned = false)]
[OAuthVariable("environment", Default = "production", Values = ["production=openid_configuration", "sandbox=openid_sandbox_configuration"])]
[OAuthResponse(OAuthMessage.Authorization, Keep = ["realmId"])]
public partial interface IIntuit : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
