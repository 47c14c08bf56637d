namespace SdkGen.OAuth.Providers;

/// <summary>DocuSign, and its demo environment, as <see href="https://developers.docusign.com/platform/auth/authcode/">its documentation</see> describes it.</summary>
[OAuthProvider("https://{host}/", Scopes = ["openid", "signature"], NonceReturned = false)]
[OAuthVariable("host", Default = "production", Values = ["production=account.docusign.com", "demo=account-d.docusign.com"])]
public partial interface IDocuSign : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
