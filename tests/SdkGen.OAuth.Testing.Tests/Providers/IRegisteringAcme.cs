namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider at which clients register themselves.</summary>
[OAuthProvider("https://acme.example", Scopes = ["openid"])]
internal partial interface IRegisteringAcme : IClientConfigurationEndpoint, IAuthorizationCodeGrant, IClientCredentialsGrant;
