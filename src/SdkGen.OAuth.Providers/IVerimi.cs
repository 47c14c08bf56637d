namespace SdkGen.OAuth.Providers;

/// <summary>Verimi, and its test system, as <see href="https://docs.verimi.de/#/oidc/oidc_overview">its documentation</see> describes it.</summary>
[OAuthProvider("https://{host}", Scopes = ["openid"])]
[OAuthVariable("host", Default = "production", Values = ["production=web.verimi.de", "staging=web.uat.verimi.cloud"])]
public partial interface IVerimi : IAuthorizationCodeGrant, IUserInfoEndpoint;
