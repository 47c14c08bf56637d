using SdkGen.OAuth;

namespace SdkGen.Benchmarks.SignIn;

/// <summary>A provider that signs users in.</summary>
[OAuthProvider(
    "https://idp.example.com",
    AuthorizationEndpoint = "https://idp.example.com/authorize",
    TokenEndpoint = "https://idp.example.com/token",
    JsonWebKeySetUri = "https://idp.example.com/jwks",
    Scopes = ["openid", "profile"])]
public partial interface IUsers : IAuthorizationCodeGrant;
