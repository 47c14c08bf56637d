namespace SdkGen.OAuth.Providers;

/// <summary>Alibaba Cloud, and Aliyun in China, as <see href="https://www.alibabacloud.com/help/en/ram/user-guide/oauth-management/">its documentation</see> describes it.</summary>
[OAuthProvider("{site}", Scopes = ["openid"])]
[OAuthVariable("site", Default = "global", Values = ["global=https://oauth.alibabacloud.com", "china=https://oauth.aliyun.com"])]
[OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
public partial interface IAlibabaCloud : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
