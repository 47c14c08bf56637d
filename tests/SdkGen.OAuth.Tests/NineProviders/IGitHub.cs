namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider(
    AuthorizationEndpoint = "https://github.com/login/oauth/authorize",
    TokenEndpoint = "https://github.com/login/oauth/access_token",
    DeviceAuthorizationEndpoint = "https://github.com/login/device/code",
    UserInfoEndpoint = "https://api.github.com/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "login")]
[OAuthMember("scope", "scope", Separator = ',')]
public partial interface IGitHub : IAuthorizationCodeGrant, IDeviceAuthorizationGrant, IUserInfoEndpoint
{
    [AuthorizationRequest(Scopes = ["read:user", "repo"])]
    Task<AuthorizationRequest> StartLoginAsync(
        Uri redirectUri, bool? allowSignup = null, string? login = null, CancellationToken cancellationToken = default);
}
