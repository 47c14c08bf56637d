namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>A provider of plain OAuth 2.0, without metadata.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.example.com/auth",
    TokenEndpoint = "https://oauth.example.com/token",
    UserInfoEndpoint = "https://oauth.example.com/me",
    DeviceAuthorizationEndpoint = "https://oauth.example.com/device",
    RevocationEndpoint = "https://oauth.example.com/revoke",
    IntrospectionEndpoint = "https://oauth.example.com/introspect",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "id")]
public partial interface IFuzzed :
    IAuthorizationCodeGrant, IClientCredentialsGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
