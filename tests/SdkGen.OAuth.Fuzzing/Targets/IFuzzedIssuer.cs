namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>A provider of OpenID Connect, with metadata.</summary>
[OAuthProvider(Issuer.Address, Scopes = ["openid"])]
public partial interface IFuzzedIssuer : IAuthorizationCodeGrant, IClientCredentialsGrant, IUserInfoEndpoint;
