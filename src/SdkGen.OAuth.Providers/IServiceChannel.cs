namespace SdkGen.OAuth.Providers;

/// <summary>ServiceChannel, and its sandbox, as <see href="https://developer.servicechannel.com/basics/general/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://{environment}login.servicechannel.com/oauth/authorize",
    TokenEndpoint = "https://{environment}login.servicechannel.com/oauth/token",
    UserInfoEndpoint = "https://{environment}api.servicechannel.com/v3/users/current/profile",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthVariable("environment", Default = "production", Values = ["production=", "sandbox=sb2"])]
[OAuthResponse(OAuthMessage.UserInfo, Root = "UserProfile")]
[OAuthMember("sub", "UserId")]
public partial interface IServiceChannel : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
