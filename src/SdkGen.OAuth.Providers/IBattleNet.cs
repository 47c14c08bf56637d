namespace SdkGen.OAuth.Providers;

/// <summary>Battle.net, and its own installation in China, as <see href="https://develop.battle.net/documentation/guides/using-oauth">its documentation</see> describes it.</summary>
[OAuthProvider("https://{host}", Scopes = ["openid"])]
[OAuthVariable("host", Default = "global", Values = ["global=oauth.battle.net", "china=oauth.battlenet.com.cn"])]
public partial interface IBattleNet : IClientCredentialsGrant, IAuthorizationCodeGrant, IUserInfoEndpoint;
