namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>A provider of which every installation has an issuer of its own.</summary>
[OAuthProvider("{issuer}")]
public partial interface IAnywhere : IAuthorizationCodeGrant, IClientCredentialsGrant, IRevocationEndpoint;

/// <summary>A provider whose metadata are where it says, and nowhere else.</summary>
[OAuthProvider(TestIssuer.Issuer, MetadataAddress = "https://meta.example.com/idp.json")]
public partial interface IElsewhere : IClientCredentialsGrant;
