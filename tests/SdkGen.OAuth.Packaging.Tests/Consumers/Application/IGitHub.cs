using SdkGen.OAuth;

namespace Application;

/// <summary>GitHub, described with its endpoints and a request of the application's own.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://github.com/login/oauth/authorize",
    TokenEndpoint = "https://github.com/login/oauth/access_token",
    UserInfoEndpoint = "https://api.github.com/user")]
[OAuthMember("sub", "id")]
internal partial interface IGitHub : IAuthorizationCodeGrant, IUserInfoEndpoint
{
    [AuthorizationRequest(Scopes = ["read:user", "repo"])]
    Task<AuthorizationRequest> StartLoginAsync(
        Uri redirectUri, bool? allowSignup = null, string? login = null, CancellationToken cancellationToken = default);
}
