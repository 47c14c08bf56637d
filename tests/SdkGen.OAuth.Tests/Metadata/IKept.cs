namespace SdkGen.OAuth.Tests.Metadata;

/// <summary>A provider whose metadata document is kept beside this file.</summary>
[OAuthProvider("https://{tenant}.kept.example.com")]
public partial interface IKept : IAuthorizationCodeGrant, IClientCredentialsGrant;
