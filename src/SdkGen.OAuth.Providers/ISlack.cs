namespace SdkGen.OAuth.Providers;

/// <summary>Sign in with Slack, as <see href="https://docs.slack.dev/authentication/sign-in-with-slack/">its documentation</see> describes it.</summary>
[OAuthProvider("https://slack.com", Scopes = ["openid", "profile", "email"])]
[OAuthParameter("team", "{team?}", On = OAuthMessage.Authorization)]
public partial interface ISlack : IAuthorizationCodeGrant, IUserInfoEndpoint;
