namespace SdkGen.OAuth.Providers;

/// <summary>GitLab, gitlab.com or an installation, as <see href="https://docs.gitlab.com/integration/openid_connect_provider/">its documentation</see> describes it.</summary>
[OAuthProvider("{baseUrl}", Scopes = ["openid", "profile", "email"])]
[OAuthVariable("baseUrl", Default = "https://gitlab.com")]
public partial interface IGitLab :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint,
    IIntrospectionEndpoint, IUserInfoEndpoint;
