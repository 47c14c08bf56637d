namespace SdkGen.OAuth.Providers;

/// <summary>Clever, single sign-on of schools, as <see href="https://dev.clever.com/docs/oauth-oidc-overview">its documentation</see> describes it.</summary>
[OAuthProvider("https://clever.com", Scopes = ["openid", "read:user_id"], IdToken = IdTokenExpectation.Optional)]
public partial interface IClever : IAuthorizationCodeGrant, IUserInfoEndpoint;
